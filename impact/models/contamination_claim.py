"""Whether cluster munition remnants lie in a state or area, and in how much of it."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import Q

from countries.models import BOUND_HELP, Country, FigureBound
from countries.rules.period import period_in_words
from editorial.models import Claim
from impact.rules.contamination_words import area_in_words

from .of_impact import OfImpact


class ContaminationAnswer(models.TextChoices):
    """What the source says. Not knowing of any, and knowing that there is none, are different answers."""

    CONTAMINATED = "contaminated", "Contaminated"
    SUSPECTED = "suspected", "Suspected"
    UNCLEAR = "unclear", "Unclear"
    RESIDUAL = "residual", "Residual"  # single finds after clearance
    CLEARED = "cleared", "Cleared"  # it was contaminated, and all known areas were cleared
    NONE_FOUND = "none_found", "None found"  # somebody looked
    NOT_CONTAMINATED = "not_contaminated", "Not contaminated"


class ContaminationClaim(OfImpact, Claim):
    """An answer about one state or area, with the extent where the source gives one.

    Three areas, in km²: confirmed hazardous, suspected hazardous, and one of which the source says neither, or both
    together. None is worked out from the others.
    """

    PLACE = "contamination"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="contamination_claims", verbose_name="state or area"
    )
    answer = models.CharField(max_length=16, choices=ContaminationAnswer)
    area_km2 = models.DecimalField(
        "area (km²)",
        max_digits=12,
        decimal_places=6,
        null=True,
        blank=True,
        help_text="Altogether, or of a kind that the source does not name. Empty: not given.",
    )
    confirmed_km2 = models.DecimalField("confirmed (km²)", max_digits=12, decimal_places=6, null=True, blank=True)
    suspected_km2 = models.DecimalField("suspected (km²)", max_digits=12, decimal_places=6, null=True, blank=True)
    bound = models.CharField(max_length=10, choices=FigureBound, blank=True, help_text=BOUND_HELP)
    areas = models.PositiveIntegerField(
        "number of areas", null=True, blank=True, help_text="Where the source counts them."
    )
    place = models.CharField(
        max_length=120,
        blank=True,
        help_text="The part of the state that the source speaks of: in areas outside government control.",
    )

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "as_of", "id"]
        indexes = [models.Index(fields=["answer"], name="impact_contamination_answer")]
        constraints = [
            *Claim.Meta.constraints,
            models.CheckConstraint(
                name="impact_contaminationclaim_bound_has_area",
                condition=Q(bound="")
                | Q(area_km2__isnull=False)
                | Q(confirmed_km2__isnull=False)
                | Q(suspected_km2__isnull=False),
                violation_error_message="Without an area there is nothing to be at least or about.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.get_answer_display().lower()}{f', {when}' if (when := self.when_in_words) else ''}"

    @property
    def when_in_words(self) -> str:
        """ "as of 2017"; "" where the source speaks of no time."""
        return self.about_in_words or period_in_words(self.period_start, self.period_end)

    @property
    def extent_in_words(self) -> str:
        """ "at least 6.47 km²", "1.12 km² confirmed and 7.3 km² suspected"; "" where none is given."""
        return area_in_words(self.area_km2, self.confirmed_km2, self.suspected_km2, self.bound, self.areas)

    @property
    def largest_km2(self) -> Decimal | None:
        """The largest single area that the source gives, by which lists are sorted; None where it gives none."""
        given = [one for one in (self.area_km2, self.confirmed_km2, self.suspected_km2) if one is not None]
        return max(given, default=None)
