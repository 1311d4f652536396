"""How much land was cleared in a year or a longer time, and how many submunitions were destroyed in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from countries.models import BOUND_HELP, Country, FigureBound
from countries.rules.bounded import figure_words
from countries.rules.period import one_year, period_in_words
from editorial.models import Claim

from .of_impact import OfImpact


class ClearanceRecord(OfImpact, Claim):
    """What was cleared in one state or area in a period, as a source gives it. Records of several years are not added."""

    PLACE = "cleared"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="clearance_records", verbose_name="state or area"
    )
    area_km2 = models.DecimalField(
        "area cleared (km²)",
        max_digits=12,
        decimal_places=6,
        null=True,
        blank=True,
        help_text="0 means that nothing was cleared; empty, that the source gives no area.",
    )
    area_bound = models.CharField(max_length=10, choices=FigureBound, blank=True, help_text=BOUND_HELP)
    items_destroyed = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="Submunitions and other remnants of cluster munitions."
    )
    items_bound = models.CharField(max_length=10, choices=FigureBound, blank=True, help_text=BOUND_HELP)

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "period_end", "id"]
        constraints = [
            *Claim.Meta.constraints,
            models.CheckConstraint(
                name="impact_clearancerecord_bound_has_number",
                condition=(Q(area_bound="") | Q(area_km2__isnull=False))
                & (Q(items_bound="") | Q(items_destroyed__isnull=False)),
                violation_error_message="Without a number there is nothing to be at least or about.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}, cleared, {self.when_in_words or 'time not given'}"

    @property
    def when_in_words(self) -> str:
        return period_in_words(self.period_start, self.period_end)

    @property
    def year(self) -> int | None:
        """The one calendar year that it is about; None for a longer time."""
        return one_year(self.period_start, self.period_end)

    @property
    def area_in_words(self) -> str:
        """ "almost 78 km²"; "" where no area is given."""
        words = figure_words(self.area_km2, self.area_bound)
        return f"{words} km²" if words else ""

    @property
    def items_in_words(self) -> str:
        return figure_words(self.items_destroyed, self.items_bound)

    @property
    def in_words(self) -> str:
        """ "0.27 km²; 1,246 items destroyed"; "area and number not given" where the source gives neither."""
        items = f"{self.items_in_words} items destroyed" if self.items_destroyed is not None else ""
        return "; ".join(part for part in (self.area_in_words, items) if part) or "area and number not given"
