"""What a state is said to have destroyed."""

from __future__ import annotations

from collections.abc import Hashable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from countries.models import Country
from editorial.models import optional_key
from stockpiles.rules.dated import Within, bounds
from stockpiles.rules.flow import Flow

from .figures import Figures
from .munition_type import MunitionType, type_words


class DestructionScope(models.TextChoices):
    """Whether figures of this kind add up or contain one another."""

    PERIOD = "period", "Destroyed in the period"  # a year, some months, a day: these add up
    RUNNING_TOTAL = "total", "Destroyed so far"  # everything up to the end of the period


class OutOf(models.TextChoices):
    """What the destroyed munitions were part of."""

    STOCK = "stock", "The stock"  # to be destroyed under Article 3(2)
    RETAINED = "retained", "What was retained"  # kept under Article 3(6), destroyed later: it lowers what is kept


class DestructionRecord(Figures):
    """Munitions and submunitions destroyed in a period, or altogether up to its end. One type, or the whole stock."""

    PLACE = "destroyed"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="destruction_records")
    munition_type = optional_key(
        MunitionType, "destruction_records", "Leave empty for a figure on all types together."
    )
    scope = models.CharField(max_length=8, choices=DestructionScope, default=DestructionScope.PERIOD)
    out_of = models.CharField(
        "out of",
        max_length=8,
        choices=OutOf,
        default=OutOf.STOCK,
        help_text="What was retained for training and destroyed later is not added to what was destroyed of the stock.",
    )
    method = models.CharField(
        max_length=200, blank=True, help_text="How: open detonation, disassembly and recycling, incineration …"
    )

    class Meta(Figures.Meta):
        abstract = False
        ordering = ["country", "period_end", "id"]
        indexes = [models.Index(fields=["rank", "country"], name="stockpiles_destroyed_by_state")]
        constraints = [
            *Figures.Meta.constraints,
            models.CheckConstraint(
                name="stockpiles_destructionrecord_period_has_dates",
                condition=Q(scope="total") | Q(period_start__isnull=False, period_end__isnull=False),
                violation_error_message="Say in which period these were destroyed: give its beginning and its end.",
            ),
            models.CheckConstraint(
                name="stockpiles_destructionrecord_retained_by_period",
                condition=Q(out_of="stock") | Q(scope="period"),
                violation_error_message="What was destroyed out of what was retained is recorded period by period.",
            ),
        ]

    def __str__(self) -> str:
        kept = " retained" if self.out_of == OutOf.RETAINED else ""
        return f"{self.country}, {type_words(self.munition_type)}{kept}, {self.period_words}: {self.in_words}"

    @property
    def beside(self) -> list[str]:
        """Of the stock the heading names the type; what was retained stands in one list."""
        of_type = self.designation if self.out_of == OutOf.RETAINED else ""
        return [words for words in (self.period_words, of_type, self.method, self.mass_words) if words]

    @property
    def flow(self) -> Flow:
        return Flow.RETAINED_DESTROYED if self.out_of == OutOf.RETAINED else Flow.DESTROYED

    @property
    def is_running_total(self) -> bool:
        return self.scope == DestructionScope.RUNNING_TOTAL

    @property
    def about(self) -> Within:
        """The period; of a running total everything up to its end."""
        start, end = bounds(self.period_start), bounds(self.period_end)
        return Within(start.earliest if start and not self.is_running_total else None, end.latest if end else None)

    @property
    def _said_of(self) -> tuple[Hashable, ...]:
        return (self.period_start, self.period_end)

    @property
    def year(self) -> int | None:
        """The calendar year in which the whole period lies; None for running totals and longer periods."""
        if self.is_running_total or self.period_start is None or self.period_end is None:
            return None
        return self.period_end.year if self.period_start.year == self.period_end.year else None

    @property
    def period_words(self) -> str:
        """ "2022", "February 2022 to May 2022", "altogether", "up to 2015"."""
        if self.is_running_total:
            return f"up to {self.period_end}" if self.period_end else "altogether"
        if self.period_start == self.period_end:
            return str(self.period_start)
        return f"{self.period_start} to {self.period_end}"

    def clean(self) -> None:
        super().clean()
        start, end = self.period_start, self.period_end
        if start is not None and end is not None and end.latest < start.earliest:
            raise ValidationError({"period_end": f"The period ends ({end}) before it begins ({start})."})
