"""Whether a state has used, made, traded, kept or retained cluster munitions."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import Claim, optional_key

from .munition_type import MunitionType
from .of_state import OfState


class Activity(models.TextChoices):
    """What Article 1 forbids, and what Article 3(6) allows."""

    USE = "use", "Use"
    PRODUCTION = "production", "Production"
    EXPORT = "export", "Export"
    IMPORT = "import", "Import"
    STOCKPILING = "stockpiling", "Stockpiling"
    RETENTION = "retention", "Retention for training"


class Answer(models.TextChoices):
    """What the source says. "Not believed" and "unknown" are answers."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_BELIEVED = "not_believed", "Not believed to have"
    ALLEGED = "alleged", "Alleged"
    UNKNOWN = "unknown", "Unknown"


class ActivityClaim(OfState, Claim):
    """An answer to one question about one state: has it used, produced, traded, stockpiled or retained them?"""

    PLACE = "activity"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="activity_claims")
    activity = models.CharField(max_length=12, choices=Activity)
    answer = models.CharField(max_length=12, choices=Answer)
    munition_type = optional_key(MunitionType, "activity_claims")

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "activity", "as_of", "id"]
        indexes = [models.Index(fields=["activity", "answer"], name="stockpiles_activity_answer")]

    def __str__(self) -> str:
        return f"{self.country}, {self.get_activity_display().lower()}: {self.get_answer_display().lower()}"
