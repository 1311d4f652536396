"""A duty's way: in force, deadlines, completion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from countries.models import Country
from editorial.charts import Chart
from editorial.rules.explained import Explained
from editorial.rules.partial_date import PartialDate
from stockpiles.charts.deadlines import deadline_timeline, kind_of
from stockpiles.models import CompletionDeclaration
from stockpiles.queries.bound import Bound
from stockpiles.queries.duty import Duty
from stockpiles.queries.state_duties import unrecorded_duty
from stockpiles.rules.deadline import DutyStanding, Outlook

SINCE = date(2013, 3, 1)
MEMBER = Bound(Country(name="Peru", slug="peru"), date(2012, 9, 26), Explained(SINCE, "", (), ""))
DUTY = unrecorded_duty(3, MEMBER, as_of=date(2020, 1, 1))


def standing(duty: Duty, now: DutyStanding) -> Duty:
    return replace(duty, outlook=Explained(Outlook(now), "", (), ""))


def rows(chart: Chart | None) -> list[tuple[str, str]]:
    assert chart is not None
    return [(row[0].text, row[1].text) for row in chart.rows]


def test_the_way_of_peru_begins_with_entry_into_force_and_ends_with_its_completion() -> None:
    done = replace(DUTY, completion=CompletionDeclaration(last_item_on=PartialDate(2020, 12, 15)))
    chart = deadline_timeline(standing(done, DutyStanding.MET_EARLY), today=date(2026, 2, 3), source_url="#x")
    assert rows(chart) == [
        ("1 March 2013", "In force for the state"),
        ("15 December 2020", "Completed"),
        ("1 March 2021", "Deadline, Article 3"),
    ]


def test_without_a_deadline_nothing_is_drawn() -> None:
    assert deadline_timeline(replace(DUTY, deadline=None), today=date(2026, 2, 3), source_url="#x") is None


def test_a_passed_deadline_of_which_the_outcome_is_not_on_record_is_never_drawn_as_missed() -> None:
    kinds = {now: kind_of(standing(DUTY, now)) for now in DutyStanding}
    assert kinds[DutyStanding.OVERDUE] == "missed"
    assert kinds[DutyStanding.NOT_ON_RECORD] == kinds[DutyStanding.PASSED_UNDECIDED] == "unknown"
    assert kinds[DutyStanding.DUE] == "deadline"
