"""Article 4: several clocks for one state, and none while hostilities last."""

from datetime import date

import pytest

from stockpiles.rules.clearance_deadline import clearance_deadline, original_clearance_deadline
from stockpiles.rules.dated import on
from stockpiles.rules.extension_chain import Request, RequestOutcome

from .golden import GOLDEN


@pytest.mark.parametrize("state", GOLDEN)
def test_golden_deadline(state):
    _, in_force, _, _, article_4 = GOLDEN[state]
    assert original_clearance_deadline(in_force).value == article_4


def test_chad_through_two_extensions():
    requests = [
        Request(RequestOutcome.GRANTED, months_asked=13, granted_until=on(date(2024, 10, 1))),
        Request(RequestOutcome.GRANTED, months_asked=24, granted_until=on(date(2026, 10, 1))),
    ]
    chain = clearance_deadline(date(2013, 9, 1), requests)
    assert [step.until.value for step in chain.steps] == [date(2024, 10, 1), date(2026, 10, 1)]
    assert chain.remarks == ()
    assert chain.deadline.article == "CCM, Article 4(5)"


def test_no_end_of_hostilities_no_deadline():
    due = original_clearance_deadline(date(2012, 1, 1), from_later_hostilities=True)
    assert due.value is None
    assert due.article == "CCM, Article 4(1)(b)"
    assert clearance_deadline(date(2012, 1, 1), from_later_hostilities=True) is None


def test_a_second_clock_counts_ten_years_from_the_end_of_the_hostilities():
    due = original_clearance_deadline(
        date(2012, 1, 1), from_later_hostilities=True, hostilities_ended=date(2020, 6, 15)
    )
    assert due.value == date(2030, 6, 15)


def test_hostilities_that_ended_before_entry_into_force_belong_to_the_first_clock():
    with pytest.raises(ValueError, match=r"4\(1\)\(a\)"):
        original_clearance_deadline(
            date(2012, 1, 1), from_later_hostilities=True, hostilities_ended=date(2006, 8, 14)
        )
    with pytest.raises(ValueError, match="later hostilities"):
        original_clearance_deadline(date(2012, 1, 1), hostilities_ended=date(2006, 8, 14))


def test_more_than_five_years_is_remarked():
    chain = clearance_deadline(date(2010, 8, 1), [Request(RequestOutcome.GRANTED, months_granted=61)])
    assert chain.remarks == ("More than the 60 months that CCM, Article 4(5) allows one extension to last.",)
