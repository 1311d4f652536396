"""The contaminated areas that a state has to clear: one clock each."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from countries.models import Country
from editorial.models import PartialDateField, ResearchedTextField, Tracked

from .of_state import OfState


class ContaminationOrigin(models.TextChoices):
    """When the remnants came about; it decides from when the ten years of Article 4(1) run."""

    AT_ENTRY_INTO_FORCE = "at_entry", "Present at entry into force"  # Article 4(1)(a)
    LATER_HOSTILITIES = "later", "From hostilities after entry into force"  # Article 4(1)(b)


class ClearanceObligation(OfState, Tracked):
    """Cluster munition remnants under a state's jurisdiction or control, with the clock of Article 4(1).

    A state may have several: one for what lay there at entry into force, one for each later conflict. As long as
    active hostilities last, no deadline runs.
    """

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="clearance_obligations")
    name = models.CharField(
        max_length=120, blank=True, help_text="Only to tell several apart, for example: hostilities of 2014–2015."
    )
    origin = models.CharField(
        max_length=8, choices=ContaminationOrigin, default=ContaminationOrigin.AT_ENTRY_INTO_FORCE
    )
    hostilities_ended = PartialDateField(
        help_text="Only for later hostilities: the day they ended. Leave empty while they last."
    )
    note = ResearchedTextField(blank=True, help_text="What is known and from where: [@source-key, p. 5].")

    class Meta:
        ordering = ["country", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "name"], name="stockpiles_clearanceobligation_once_by_name"
            ),
            models.CheckConstraint(
                name="stockpiles_clearanceobligation_end_is_later",
                condition=Q(hostilities_ended__isnull=True) | Q(origin="later"),
                violation_error_message="The end of hostilities counts only for contamination from later hostilities.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}, {self.name}" if self.name else f"{self.country}, clearance"

    @property
    def anchor(self) -> str:
        return "article-4"

    def clean(self) -> None:
        super().clean()
        if self.hostilities_ended is not None and self.hostilities_ended.exact is None:
            raise ValidationError({"hostilities_ended": "The clock needs the day on which the hostilities ended."})
