"""Every report that a state owes, with the one that fulfils it."""

from __future__ import annotations

from datetime import date

from countries.models import Country
from editorial.rules.explained import Explained
from editorial.rules.partial_date import PartialDate
from stockpiles.models import TransparencyReport
from stockpiles.queries.bound import Bound
from stockpiles.queries.figure_groups import Proofs
from stockpiles.queries.records import Records
from stockpiles.queries.report_lines import report_lines

SINCE = date(2013, 3, 1)
PERU = Bound(Country(pk=1, name="Peru"), date(2012, 9, 26), Explained(SINCE, "CCM, Article 17(2)", (), ""))


def lines(as_of: date, *reports: TransparencyReport, bound: Bound | None = PERU) -> list[tuple[str, int | None]]:
    records = Records(as_of)
    records.__dict__["whole_until"] = {7: None}
    found = report_lines(bound, reports, Proofs([]), records)
    return [
        (line.duty.name if line.duty else "", line.report.record.pk if line.report else None) for line in found
    ]


def report(pk: int, kind: str, year: int | None, submitted: PartialDate | None) -> TransparencyReport:
    return TransparencyReport(pk=pk, kind=kind, calendar_year=year, submitted_on=submitted)


def test_the_report_on_2014_is_owed_from_its_due_day_on() -> None:
    assert [name for name, _ in lines(date(2015, 4, 29))] == ["First report", "Report on 2013"]
    assert [name for name, _ in lines(date(2015, 4, 30))] == ["First report", "Report on 2013", "Report on 2014"]


def test_what_fulfils_a_duty_stands_beside_it_and_the_rest_comes_after_the_voluntary_ones_first() -> None:
    first = report(1, "initial", None, PartialDate(2013, 8, 20))
    undated = report(2, "annual", None, PartialDate(2016))
    voluntary = report(3, "voluntary", 2012, PartialDate(2012, 10))
    assert lines(date(2014, 5, 1), undated, first, voluntary) == [
        ("First report", 1),
        ("Report on 2013", None),
        ("", 3),
        ("", 2),
    ]


def test_a_state_that_is_not_bound_owes_none_and_its_reports_are_shown() -> None:
    assert lines(date(2014, 5, 1), report(3, "voluntary", 2012, None), bound=None) == [("", 3)]
