"""Figures of the whole world, or of all States Parties, as somebody published them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from countries.rules.bounded import figure_words
from countries.rules.period import one_year, period_in_words
from editorial.models import Claim

from .bounded import BOUND_HELP, FigureBound


class TotalSubject(models.TextChoices):
    """What a total is about. A further subject is one line here, and its measures in MEASURES."""

    CONTAMINATION = "contamination", "Contamination"
    CLEARANCE = "clearance", "Clearance"
    CASUALTIES = "casualties", "Casualties"
    DESTRUCTION = "destruction", "Stockpile destruction"
    STOCKS = "stocks", "Stocks"
    LAWS = "laws", "National laws"


class TotalMeasure(models.TextChoices):
    """What is counted."""

    CONTAMINATED = "contaminated", "States and areas that are contaminated"
    AREA_CLEARED = "area_cleared", "Area cleared"
    ITEMS_DESTROYED = "items_destroyed", "Submunitions destroyed in clearance"
    ALL = "all", "Casualties, of whatever cause"
    ATTACKS = "attacks", "Casualties of attacks"
    REMNANTS = "remnants", "Casualties of remnants"
    KILLED = "killed", "Killed"
    INJURED = "injured", "Injured"
    RECORDED = "recorded", "Casualties recorded, all time"
    ESTIMATED = "estimated", "Casualties estimated, all time"
    MUNITIONS = "munitions", "Munitions destroyed"
    SUBMUNITIONS = "submunitions", "Submunitions destroyed with them"
    COMPLETED = "completed", "States Parties that completed destruction"
    HOLDERS = "holders", "States outside the convention that hold stocks"
    WITH_LAWS = "with_laws", "States with a national law"


MEASURES = {
    TotalSubject.CONTAMINATION: (TotalMeasure.CONTAMINATED,),
    TotalSubject.CLEARANCE: (TotalMeasure.AREA_CLEARED, TotalMeasure.ITEMS_DESTROYED),
    TotalSubject.CASUALTIES: (
        TotalMeasure.ALL,
        TotalMeasure.ATTACKS,
        TotalMeasure.REMNANTS,
        TotalMeasure.KILLED,
        TotalMeasure.INJURED,
        TotalMeasure.RECORDED,
        TotalMeasure.ESTIMATED,
    ),
    TotalSubject.DESTRUCTION: (TotalMeasure.MUNITIONS, TotalMeasure.SUBMUNITIONS, TotalMeasure.COMPLETED),
    TotalSubject.STOCKS: (TotalMeasure.HOLDERS,),
    TotalSubject.LAWS: (TotalMeasure.WITH_LAWS,),
}
"""What can be counted of each subject."""
UNITS = {TotalMeasure.AREA_CLEARED: "km²"}
"""The unit of a measure, where its name does not say it: otherwise states, people or items are counted."""


def _measure_is_of_subject() -> Q:
    found = Q()
    for subject, measures in MEASURES.items():
        found |= Q(subject=subject.value, measure__in=[one.value for one in measures])
    return found


class PublishedTotal(Claim):
    """A figure that a source gives for the world, or for all states of a kind. It is never worked out here.

    An empty number is one that the source does not give, which is not zero. Sources that differ stand side by side.
    """

    COUNTRY_PATH = ""
    SHOWN_ON = "totals"

    subject = models.CharField(max_length=14, choices=TotalSubject)
    measure = models.CharField(max_length=16, choices=TotalMeasure)
    number = models.DecimalField(
        max_digits=15,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="Empty: the source gives none. 0 means none. Areas in km².",
    )
    bound = models.CharField(max_length=10, choices=FigureBound, blank=True, help_text=BOUND_HELP)
    upper = models.DecimalField(
        "upper end", max_digits=15, decimal_places=3, null=True, blank=True, help_text="Of a range."
    )
    out_of = models.PositiveIntegerField(null=True, blank=True, help_text="Of how many: 31 of 110.")
    covers = models.CharField(
        max_length=200, blank=True, help_text="What it counts, in words: 26 states and three other areas."
    )

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["subject", "measure", "id"]
        indexes = [models.Index(fields=["subject", "measure"], name="countries_total_by_measure")]
        constraints = [
            *Claim.Meta.constraints,
            models.CheckConstraint(
                name="countries_publishedtotal_measure_of_subject",
                condition=_measure_is_of_subject(),
                violation_error_message="This is not counted of this subject.",
            ),
            models.CheckConstraint(
                name="countries_publishedtotal_bound_has_number",
                condition=Q(number__isnull=False) | Q(bound="", upper__isnull=True, out_of__isnull=True),
                violation_error_message="Without a number there is nothing to be at least, or out of.",
            ),
        ]

    def __str__(self) -> str:
        when = f", {self.when_in_words}" if self.when_in_words else ""
        return f"{self.get_measure_display()}{when}: {self.in_words or 'number not given'}"

    def get_absolute_url(self) -> str:
        return f"{reverse('published_totals')}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """Its place on the page of totals."""
        return f"total-{self.pk}"

    @property
    def unit(self) -> str:
        return UNITS.get(TotalMeasure(self.measure), "")

    @property
    def in_words(self) -> str:
        """ "at least 93 km²", "31 of 110"; "" where the source gives no number."""
        words = figure_words(self.number, self.bound, self.upper)
        if self.out_of is not None:
            words = f"{words} of {self.out_of:,}"
        return f"{words} {self.unit}" if words and self.unit else words

    @property
    def when_in_words(self) -> str:
        """ "2017", "2010 to 2014", "to the end of 2018", "as of August 2017"; "" where it speaks of no time."""
        return period_in_words(self.period_start, self.period_end) or self.about_in_words

    @property
    def year(self) -> int | None:
        """The one calendar year that it is about; None for a longer time or a day."""
        return one_year(self.period_start, self.period_end)
