"""What a state is said to hold."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from countries.models import Country
from editorial.models import optional_key
from stockpiles.rules.flow import Flow

from .figures import Figures
from .munition_type import MunitionType, type_words


class HoldingKind(models.TextChoices):
    """What the figure does to the ledger."""

    DECLARED = "opening", "Declared or reported stock"  # the stock before any was destroyed
    FOUND = "found", "Found later"  # discovered after the declaration
    RECEIVED = "received", "Received from another state"
    TRANSFERRED = "transferred", "Transferred to another state"  # Article 3(7): for destruction or for training
    REMAINING = "remaining", "Said to remain"  # on a day, as a source has it; the ledger works out its own


class StockpileHolding(Figures):
    """A figure for what a state holds or held: one type, or its whole stock, as of a day.

    Peru's stock was published as 675, 676, 2,007, 2,005, 2,012 and 2,021 bombs. All are kept side by side; one is
    preferred, with its reason.
    """

    PLACE = "holding"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="stockpile_holdings")
    munition_type = optional_key(MunitionType, "holdings", "Leave empty for a figure on the whole stock.")
    kind = models.CharField(max_length=12, choices=HoldingKind, default=HoldingKind.DECLARED)
    holder = models.CharField(max_length=120, blank=True, help_text="Who keeps it: Air Force, Army …")
    counterpart = optional_key(
        Country, "stockpile_counterparts", "The other state, for what was received or transferred."
    )

    class Meta(Figures.Meta):
        abstract = False
        ordering = ["country", "munition_type", "as_of", "id"]
        indexes = [models.Index(fields=["kind", "rank", "country"], name="stockpiles_holding_by_kind")]
        constraints = [
            *Figures.Meta.constraints,
            models.CheckConstraint(
                name="stockpiles_stockpileholding_counterpart_moves",
                condition=Q(counterpart__isnull=True) | Q(kind__in=["received", "transferred"]),
                violation_error_message="Only what was received or transferred has another state.",
            ),
        ]

    def __str__(self) -> str:
        when = f", {self.as_of}" if self.as_of else ""
        return f"{self.country}, {type_words(self.munition_type)}{when}: {self.in_words}"

    @property
    def beside(self) -> list[str]:
        return [words for words in (self.about_in_words, self.holder, self.mass_words) if words]

    @property
    def flow(self) -> Flow:
        return Flow(self.kind)

    def clean(self) -> None:
        super().clean()
        if self.counterpart_id is not None and self.counterpart_id == self.country_id:
            raise ValidationError({"counterpart": "A transfer goes to another state."})
