"""The Article 7 grid: every state and every year, and how many of the reports due were on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from countries.models import Country
from stockpiles.models import ReportKind, TransparencyReport
from stockpiles.rules.deadline import DutyStanding
from stockpiles.rules.reporting_calendar import annual_report_due

from .bound import Bound
from .duty import Duty
from .records import Records
from .report_duties import annual_report_duty, first_report_duty


class ReportMark(StrEnum):
    """What a state's cell for a calendar year says."""

    IN_TIME = "in_time"
    LATE = "late"
    RECEIVED = "received"  # submitted, but the date is not exact enough to say in time or late
    VOLUNTARY = "voluntary"  # by a state that was not bound to report on that year
    MISSING = "missing"  # a source says that it was not submitted
    NOT_ON_RECORD = "not_on_record"  # due, and nothing is on record here
    NOT_YET_DUE = "not_yet_due"
    NOT_BOUND = "not_bound"


MARKS = {
    DutyStanding.MET_EARLY: ReportMark.IN_TIME,
    DutyStanding.MET_LATE: ReportMark.LATE,
    DutyStanding.MET_UNDATED: ReportMark.RECEIVED,
    DutyStanding.OVERDUE: ReportMark.MISSING,
    DutyStanding.OVERDUE_THEN: ReportMark.MISSING,
    DutyStanding.NOT_ON_RECORD: ReportMark.NOT_ON_RECORD,
    DutyStanding.DUE: ReportMark.NOT_YET_DUE,
    DutyStanding.NOT_BOUND: ReportMark.NOT_BOUND,
}
#: Marks of reports that came.
CAME = frozenset({ReportMark.IN_TIME, ReportMark.LATE, ReportMark.RECEIVED})
#: Marks of reports that were due and did not, as far as is on record here.
DID_NOT_COME = frozenset({ReportMark.MISSING, ReportMark.NOT_ON_RECORD})


@dataclass(frozen=True)
class ReportCell:
    """One state and one calendar year (None: the first report)."""

    mark: ReportMark
    duty: Duty | None = None
    report: TransparencyReport | None = None


@dataclass(frozen=True)
class StateReports:
    """One state's reports: the first, and one cell a year."""

    country: Country
    first: ReportCell
    years: tuple[ReportCell, ...]


@dataclass(frozen=True)
class YearRate:
    """How many annual reports on one calendar year were due by the day asked about, and how many are on record."""

    year: int
    due: int
    on_record: int
    in_time: int


@dataclass(frozen=True)
class ReportGrid:
    """All states and years up to a day."""

    as_of: date
    years: tuple[int, ...]
    rows: tuple[StateReports, ...]
    rates: tuple[YearRate, ...]
    reports_on_record: int
    states_on_record: int


FIRST_YEAR = 2010  # the convention entered into force on 1 August 2010


def report_grid(*, as_of: date, records: Records | None = None) -> ReportGrid:
    """The grid of every state bound by that day. Five queries.

    A cell is the duty of Article 7(2) for one calendar year: due on 30 April of the year after. The rate counts
    reports on record here, which is not the same as reports submitted as long as the list is incomplete.
    """
    records = records or Records(as_of)
    years, reports = tuple(range(FIRST_YEAR, as_of.year)), records.reports
    rows = tuple(row for row in reports_by_state(records).values() if row is not None)
    counts = [Counter(row.years[i].mark for row in rows) for i in range(len(years))]
    rates = tuple(
        YearRate(
            year,
            due=sum(count[m] for m in CAME | DID_NOT_COME) if annual_report_due(year).value <= as_of else 0,
            on_record=sum(count[m] for m in CAME),
            in_time=count[ReportMark.IN_TIME],
        )
        for year, count in zip(years, counts, strict=True)
    )
    return ReportGrid(
        as_of,
        years,
        rows,
        rates,
        reports_on_record=sum(len({_told_apart(r) for r in own if r.submitted_on}) for own in reports.values()),
        states_on_record=sum(1 for own in reports.values() if any(r.submitted_on for r in own)),
    )


def _told_apart(report: TransparencyReport) -> Hashable:
    """Which report of a state it is: several sources may speak of one, each on another day."""
    if report.kind == ReportKind.INITIAL:
        return report.kind
    return (report.kind, report.calendar_year or report.submitted_on)


def reports_by_state(records: Records) -> Mapping[int, StateReports | None]:
    """The reports of each state bound, by name; None for every other."""
    years, bound, reports = range(FIRST_YEAR, records.as_of.year), records.bound, records.reports
    return records.of_each(
        "reports by year",
        lambda some: {pk: _row(bound[pk], reports[pk], years, records) if pk in bound else None for pk in some},
    )


def _row(
    member: Bound,
    reports: Sequence[TransparencyReport],
    years: Sequence[int],
    records: Records,
) -> StateReports:
    first = _cell(first_report_duty(member, reports, records))
    cells = [
        _cell(annual_report_duty(member, reports, year, records)) if owes(member, year) else _free(reports, year)
        for year in years
    ]
    return StateReports(member.country, first, tuple(cells))


def _cell(duty: Duty) -> ReportCell:
    return ReportCell(MARKS[duty.standing], duty, duty.report)


def _free(reports: Sequence[TransparencyReport], year: int) -> ReportCell:
    """The cell of a year on which the state owed nothing."""
    given = [report for report in reports if _volunteered(report, year)]
    return ReportCell(ReportMark.VOLUNTARY, report=given[-1]) if given else ReportCell(ReportMark.NOT_BOUND)


def owes(member: Bound, year: int) -> bool:
    """Whether the state owes a report on that calendar year: bound in it, and still bound when it fell due."""
    due = annual_report_due(year).value
    return member.since.year <= year and member.on(max(due, member.since))


def _volunteered(report: TransparencyReport, year: int) -> bool:
    if report.kind != ReportKind.VOLUNTARY or report.submitted_on is None:
        return False
    return (report.calendar_year or report.submitted_on.year - 1) == year


def reports_due_not_received(*, as_of: date, records: Records | None = None) -> list[Duty]:
    """The work list: first reports and those of the last year due that are not on record, oldest first."""
    records = records or Records(as_of)
    last = as_of.year - 1 if as_of >= annual_report_due(as_of.year - 1).value else as_of.year - 2
    duties = []
    for pk, member in records.bound.items():
        own = records.reports[pk]
        duties.append(first_report_duty(member, own, records))
        if owes(member, last):
            duties.append(annual_report_duty(member, own, last, records))
    missing = [duty for duty in duties if MARKS[duty.standing] in DID_NOT_COME]
    return sorted(missing, key=lambda duty: (duty.due or date.max, duty.country.name))
