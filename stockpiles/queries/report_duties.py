"""Article 7: the reports that states owe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from editorial.rules.explained import Explained
from stockpiles.models import ReportKind, TransparencyReport
from stockpiles.rules.dated import Dated, bounds
from stockpiles.rules.deadline import Outlook, outlook
from stockpiles.rules.reporting_calendar import annual_report_due, first_report_due, printed_due_differs, years_due

from .bound import Bound
from .duty import Duty
from .records import Records, chosen_report


def reporting_duties(member: Bound, reports: Sequence[TransparencyReport], records: Records) -> list[Duty]:
    """The first report and the last annual one due, of one state."""
    duties = [first_report_duty(member, reports, records)]
    owed = years_due(member.since, as_of=records.as_of, bound_until=member.until)
    if owed:
        duties.append(annual_report_duty(member, reports, owed[-1], records))
    return duties


def first_report_duty(member: Bound, reports: Sequence[TransparencyReport], records: Records) -> Duty:
    """Article 7(1) for one state."""
    mine = [r for r in reports if r.kind == ReportKind.INITIAL]
    return _report_duty(member, first_report_due(member.since), "First report", mine, None, records)


def annual_report_duty(member: Bound, reports: Sequence[TransparencyReport], year: int, records: Records) -> Duty:
    """Article 7(2) for one state and calendar year. A first report may serve as the annual one of its year."""
    mine = [r for r in reports if r.calendar_year == year and r.kind != ReportKind.VOLUNTARY]
    return _report_duty(member, annual_report_due(year), f"Report on {year}", mine, year, records)


@lru_cache(maxsize=4096)
def _outlook(
    due: Explained[date],
    as_of: date,
    done: Dated | None,
    since: date,
    until: date | None,
    missing: Dated | None,
    whole_until: date | None,
) -> Explained[Outlook]:
    """Many states were bound on one day and are silent on the same years: the rule answers once for all of them."""
    return outlook(
        due,
        as_of=as_of,
        done=done,
        bound_from=since,
        bound_until=until,
        open_as_of=missing,
        whole_until=whole_until,
    )


def _report_duty(
    member: Bound,
    due: Explained[date],
    name: str,
    reports: Sequence[TransparencyReport],
    year: int | None,
    records: Records,
) -> Duty:
    report = chosen_report(reports)
    submitted = report.submitted if report else None
    # Only a source that says so makes a report overdue, and only until the day of which it speaks.
    missing = bounds(report.missing_as_of) if report is not None else None
    answer = _outlook(due, records.as_of, submitted, member.since, member.until, missing, records.whole_until[7])
    printed = {
        r.due_as_printed: None
        for r in reports
        if (when := bounds(r.due_as_printed)) is not None and printed_due_differs(when, due)
    }
    return Duty(
        country=member.country,
        article=7,
        name=name,
        deadline=due,
        outlook=answer,
        bound=member,
        report=report,
        year=year,
        printed_due=tuple(str(when) for when in printed),
    )
