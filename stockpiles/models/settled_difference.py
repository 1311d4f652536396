"""What an editor found out about a ledger that does not come out."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import ResearchedTextField, Tracked, optional_key
from stockpiles.rules.difference import DifferenceKind
from stockpiles.rules.flow import Unit

from .munition_type import MunitionType, type_words
from .of_state import OfState

FINDINGS = [(finding.value, finding.words) for finding in DifferenceKind]
UNITS = [(unit.value, unit.value.capitalize()) for unit in Unit]


class SettledDifference(OfState, Tracked):
    """A difference in the ledger of one state, settled with an explanation that readers see beside the figures.

    It was settled on certain figures. When one of them changes, the difference is a new one and opens again by itself.
    """

    NOT_TOLD = {"figures": "the mark by which the difference is known again"}

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="settled_differences")
    finding = models.CharField("what does not come out", max_length=32, choices=FINDINGS)
    unit = models.CharField(max_length=12, choices=UNITS)
    munition_type = optional_key(MunitionType, "settled_differences", "Leave empty for the whole stock.")
    figures = models.CharField(
        max_length=300,
        help_text="The figures on which it was settled. When one of them changes, the difference opens again.",
    )
    explanation = models.TextField(
        help_text="Readers see it. Only what the sources or the arithmetic show; what nobody knows is said to be unknown."
    )
    note = ResearchedTextField(blank=True, help_text="The sources behind the explanation: [@source-key, p. 5].")

    class Meta:
        ordering = ["country", "unit", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "finding", "unit", "munition_type"],
                condition=models.Q(munition_type__isnull=False),
                name="stockpiles_settleddifference_once_a_type",
                violation_error_message="This difference is settled already; change that record.",
            ),
            models.UniqueConstraint(
                fields=["country", "finding", "unit"],
                condition=models.Q(munition_type__isnull=True),
                name="stockpiles_settleddifference_once_a_stock",
                violation_error_message="This difference is settled already; change that record.",
            ),
            models.CheckConstraint(
                name="stockpiles_settleddifference_has_explanation",
                condition=~models.Q(explanation=""),
                violation_error_message="Say why the difference is settled; readers see it.",
            ),
        ]

    def __str__(self) -> str:
        about = type_words(self.munition_type)
        return f"{self.country}, {about}, {self.unit}: {self.get_finding_display().lower()}"

    @property
    def anchor(self) -> str:
        return "ledger"
