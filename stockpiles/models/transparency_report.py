"""Article 7 reports, received or owed."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from countries.models import Country
from editorial.models import Claim, PartialDateField, Source, optional_key
from stockpiles.rules.dated import Within, bounds

from .of_state import OfState


class ReportKind(models.TextChoices):
    """Which duty it answers."""

    INITIAL = "initial", "Initial"  # Article 7(1): 180 days after entry into force
    ANNUAL = "annual", "Annual"  # Article 7(2): 30 April for the calendar year before
    VOLUNTARY = "voluntary", "Voluntary"  # by a state that is not bound to report


class TransparencyReport(OfState, Claim):
    """A report under Article 7, or the remark of a source that one was not submitted.

    When it fell due is computed from entry into force; a due date that a source prints is kept beside it.
    ``period_start`` and ``period_end`` are the period it covers.
    """

    PLACE = "report"
    MAY_LIE_AHEAD = frozenset({"due_as_printed"})

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="transparency_reports")
    kind = models.CharField(max_length=10, choices=ReportKind)
    calendar_year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="The year an annual report covers. On an initial report: the year for which it also serves as annual.",
    )
    submitted_on = PartialDateField(help_text="Leave empty if no source says when it was.")
    due_as_printed = PartialDateField(
        help_text="A due date that a source prints; the Monitor computes its own and shows both."
    )
    missing_as_of = PartialDateField(
        "not submitted as of", help_text="The day up to which a source says that it had not been submitted."
    )
    document = optional_key(Source, "transparency_reports", "The report itself, if it is in the library.")

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "submitted_on", "id"]
        indexes = [models.Index(fields=["country", "kind", "calendar_year"], name="stockpiles_report_by_year")]
        constraints = [
            *Claim.Meta.constraints,
            models.CheckConstraint(
                name="stockpiles_transparencyreport_received_or_due",
                condition=Q(submitted_on__isnull=False)
                | Q(due_as_printed__isnull=False)
                | Q(missing_as_of__isnull=False)
                | ~Q(note=""),
                violation_error_message="Say when it was submitted, or by which source it was due and not received.",
            ),
        ]

    def __str__(self) -> str:
        year = f" {self.calendar_year}" if self.calendar_year else ""
        return f"{self.country}, {self.get_kind_display().lower()} report{year}"

    @property
    def submitted(self) -> Within | None:
        return bounds(self.submitted_on)

    def clean(self) -> None:
        super().clean()
        if (
            self.kind == ReportKind.ANNUAL
            and self.calendar_year is not None
            and self.submitted_on is not None
            and self.submitted_on.latest.year < self.calendar_year
        ):
            raise ValidationError(
                {
                    "submitted_on": f"Submitted ({self.submitted_on}) before the year it covers, {self.calendar_year}."
                }
            )
