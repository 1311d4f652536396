"""What one state owes under Articles 3 and 4, as far as its records say."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country
from editorial.rules.explained import Explained
from editorial.rules.partial_date import PartialDate
from stockpiles.models import ActivityClaim, ClearanceObligation, CompletionDeclaration, StockpileHolding
from stockpiles.queries.bound import Bound
from stockpiles.queries.records import Records
from stockpiles.queries.state_duties import clearance_duty, destruction_duty, unrecorded_duty
from stockpiles.queries.stock import Stock, stocks
from stockpiles.rules.deadline import DutyStanding

SINCE = date(2013, 3, 1)
PERU = Bound(Country(pk=1, name="Peru"), date(2012, 9, 26), Explained(SINCE, "CCM, Article 17(2)", (), ""))


def no_records(as_of: date) -> Records:
    """Records that know no meeting, and of which nobody has said how far they reach."""
    records = Records(as_of)
    records.__dict__ |= {"meeting_days": [], "whole_until": {3: None, 4: None, 7: None}}
    return records


def standing(
    as_of: date, *completions: CompletionDeclaration, book: Stock | None = None, denial=None
) -> DutyStanding:
    return destruction_duty(PERU, [], completions, no_records(as_of), book=book, denial=denial).standing


def test_the_deadline_of_peru_is_eight_years_after_entry_into_force_the_day_itself_included() -> None:
    duty = destruction_duty(PERU, [], [], no_records(date(2020, 1, 1)), book=None, denial=None)
    assert duty.due == date(2021, 3, 1)
    assert standing(date(2021, 3, 1)) is DutyStanding.DUE
    assert standing(date(2021, 3, 2)) is DutyStanding.NOT_ON_RECORD


@pytest.mark.parametrize(
    ("day", "expected"), [((2021, 3, 1), DutyStanding.MET_EARLY), ((2021, 3, 2), DutyStanding.MET_LATE)]
)
def test_a_completion_on_the_last_day_is_in_time(day: tuple[int, int, int], expected: DutyStanding) -> None:
    assert standing(date(2026, 2, 3), CompletionDeclaration(last_item_on=PartialDate(*day))) is expected


def test_a_stock_of_none_and_a_state_that_says_it_holds_none_leave_nothing_to_destroy() -> None:
    none_held = stocks([StockpileHolding(pk=1, country_id=1, munitions=0)])[1]
    assert standing(date(2020, 1, 1), book=none_held) is DutyStanding.NOTHING_LEFT
    denial = ActivityClaim(as_of=PartialDate(2019))
    assert standing(date(2020, 1, 1), denial=denial) is DutyStanding.NOTHING_LEFT


def test_no_deadline_runs_while_no_end_of_later_hostilities_is_on_record() -> None:
    duty = clearance_duty(PERU, ClearanceObligation(origin="later"), [], [], no_records(date(2026, 2, 3)))
    assert (duty.due, duty.standing) == (None, DutyStanding.DUE)


def test_of_nothing_on_record_the_date_of_the_convention_is_given_and_nothing_said_of_the_state() -> None:
    duty = unrecorded_duty(4, PERU, as_of=date(2026, 2, 3))
    assert (duty.due, duty.standing) == (date(2023, 3, 1), DutyStanding.UNRECORDED)
    assert "which says nothing about the state" in duty.outlook.arithmetic
