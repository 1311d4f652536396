"""Whether a state has used, made, traded, hosted, kept or retained cluster munitions: where, when, and with whom."""

from __future__ import annotations

from functools import cached_property

from django.db import models

from countries.models import Country
from countries.rules.period import period_in_words
from editorial.models import Claim, Tracked, optional_key

from .munition_type import MunitionType
from .of_state import OfState


class Activity(models.TextChoices):
    """What Article 1 forbids, and what Article 3(6) allows."""

    USE = "use", "Use"
    PRODUCTION = "production", "Production"
    EXPORT = "export", "Export"
    IMPORT = "import", "Import"
    TRANSFER = "transfer", "Transfer"  # the source does not say which way
    STOCKPILING = "stockpiling", "Stockpiling"
    HOSTING = "hosting", "Hosting of foreign stocks"
    RETENTION = "retention", "Retention for training"


class Answer(models.TextChoices):
    """What the source says. "Not known", "not believed" and "unknown" are answers, and not the same."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not known to have"
    NOT_BELIEVED = "not_believed", "Not believed to have"
    ALLEGED = "alleged", "Alleged"
    UNKNOWN = "unknown", "Unknown"


class Tense(models.TextChoices):
    """Of which time the source speaks, beside or in place of a period."""

    NOW = "now", "At the time of the source"
    PAST = "past", "In the past"


class ActivityClaim(OfState, Claim):
    """An answer to one question about one state: has it used, produced, traded, hosted, stockpiled or retained them?

    What it is about has a period where the source gives one; ``time_in_words`` keeps the words where they are no
    dates ("since 2005", "the 1960s and 1970s"). Where, or with whom, stands in its places.
    """

    PLACE = "activity"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="activity_claims")
    activity = models.CharField(max_length=12, choices=Activity)
    answer = models.CharField(max_length=12, choices=Answer)
    tense = models.CharField(
        "speaks of", max_length=4, choices=Tense, blank=True, help_text="Empty: the source does not say."
    )
    time_in_words = models.CharField(
        "time, in words",
        max_length=80,
        blank=True,
        help_text="As the source words it, where it is no date: since 2005.",
    )
    munition_type = optional_key(MunitionType, "activity_claims")

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "activity", "as_of", "id"]
        indexes = [models.Index(fields=["activity", "answer"], name="stockpiles_activity_answer")]

    def __str__(self) -> str:
        return f"{self.country}, {self.get_activity_display().lower()}: {self.get_answer_display().lower()}"

    @cached_property
    def named_places(self) -> list[Country]:
        """The states and areas that it names beside its own. They have to be read with it, or put here by whoever did."""
        return [place.country for place in self.places.all()]

    @property
    def when_in_words(self) -> str:
        """ "2015 to 2017", "since 2005", "as of 2009", "in the past"; "" where the source speaks of no time."""
        if self.time_in_words:
            return self.time_in_words
        if self.period_end and not self.period_start:
            return f"until {self.period_end}"  # it ended then; no figure is counted up to it
        if self.period_start:
            return period_in_words(self.period_start, self.period_end)
        return self.about_in_words or ("in the past" if self.tense == Tense.PAST else "")


class ActivityPlace(Tracked):
    """A state or area of a claim: where munitions were used, to or from whom they went, whose stocks were hosted."""

    PART_OF = "claim"

    claim = models.ForeignKey(ActivityClaim, on_delete=models.CASCADE, related_name="places")
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="activity_places", verbose_name="state or area"
    )

    class Meta:
        ordering = ["claim", "country__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "country"],
                name="stockpiles_activityplace_once",
                violation_error_message="This state or area is named already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.country}"
