"""People killed or injured by cluster munitions in one state or area."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from countries.models import BOUND_HELP, Country, FigureBound, TotalMeasure
from countries.rules.bounded import figure_words
from countries.rules.period import one_year, period_in_words
from editorial.models import Claim

from .of_impact import OfImpact


class CasualtyBasis(models.TextChoices):
    """Whom a figure counts. A figure on one basis is never set against one on another."""

    ALL = TotalMeasure.ALL.value, "Of whatever cause"
    ATTACKS = TotalMeasure.ATTACKS.value, "Of attacks"
    REMNANTS = TotalMeasure.REMNANTS.value, "Of remnants"
    KILLED = TotalMeasure.KILLED.value, "Killed"
    INJURED = TotalMeasure.INJURED.value, "Injured"
    RECORDED = (
        TotalMeasure.RECORDED.value,
        "Recorded, all time",
    )  # counted case by case up to the end of the period
    ESTIMATED = TotalMeasure.ESTIMATED.value, "Estimated, all time"


class CasualtyFigure(OfImpact, Claim):
    """How many were killed or injured in one state or area in a period. Figures of the world are PublishedTotal.

    An empty number: the source says that there were casualties, and not how many. 0 means that it counted none.
    """

    PLACE = "casualties"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="casualty_figures", verbose_name="state or area"
    )
    basis = models.CharField(max_length=16, choices=CasualtyBasis)
    number = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="Empty: casualties are recorded, the number is not given. 0: none counted.",
    )
    bound = models.CharField(max_length=10, choices=FigureBound, blank=True, help_text=BOUND_HELP)

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "period_end", "basis", "id"]
        constraints = [
            *Claim.Meta.constraints,
            models.CheckConstraint(
                name="impact_casualtyfigure_bound_has_number",
                condition=Q(bound="") | Q(number__isnull=False),
                violation_error_message="Without a number there is nothing to be at least or about.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}, casualties, {self.get_basis_display().lower()}, {self.when_in_words}: {self.in_words}"

    @property
    def when_in_words(self) -> str:
        return period_in_words(self.period_start, self.period_end)

    @property
    def year(self) -> int | None:
        """The one calendar year that it is about; None for a longer time."""
        return one_year(self.period_start, self.period_end)

    @property
    def in_words(self) -> str:
        """ "at least 91", "0", "recorded, number not given"."""
        return figure_words(self.number, self.bound) or "recorded, number not given"
