"""One state's Article 7 reports: every duty with the report that fulfils it, and what belongs to no duty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stockpiles.models import ReportKind, TransparencyReport
from stockpiles.rules.reporting_calendar import years_due

from .bound import Bound
from .duty import Duty
from .figure_groups import Proofs, ShownRecord
from .records import Records
from .report_duties import annual_report_duty, first_report_duty


@dataclass(frozen=True)
class ReportLine:
    """A report (or a duty without one) with how it stands."""

    duty: Duty | None
    report: ShownRecord[TransparencyReport] | None


def report_lines(
    bound: Bound | None, reports: Sequence[TransparencyReport], proof: Proofs, records: Records
) -> tuple[ReportLine, ...]:
    """The first report, then every year due, then what belongs to no duty (voluntary or without a year)."""
    duties: list[Duty] = []
    if bound is not None:
        years = years_due(bound.since, as_of=records.as_of, bound_until=bound.until)
        duties = [
            first_report_duty(bound, reports, records),
            *(annual_report_duty(bound, reports, year, records) for year in years),
        ]
    placed = {duty.report for duty in duties if duty.report is not None}
    rest = sorted(
        (report for report in reports if report not in placed),
        key=lambda report: (report.kind != ReportKind.VOLUNTARY, report.pk),
    )
    return (
        *(ReportLine(duty, proof.shown(duty.report) if duty.report else None) for duty in duties),
        *(ReportLine(None, proof.shown(report)) for report in rest),
    )
