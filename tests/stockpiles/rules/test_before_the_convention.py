"""Days are not counted for what happened before there was a convention."""

from datetime import date, timedelta

from stockpiles.rules.before_the_convention import OPENED_FOR_SIGNATURE as OPENED
from stockpiles.rules.before_the_convention import before_it_was_opened


def test_the_convention_was_opened_for_signature_in_oslo_on_3_december_2008() -> None:
    assert date(2008, 12, 3) == OPENED


def test_ecuador_destroyed_its_stocks_in_2004_before_it_was_opened_which_is_said_instead_of_days() -> None:
    assert before_it_was_opened(date(2004, 12, 31)) != ""
    assert before_it_was_opened(OPENED - timedelta(days=1)) != ""


def test_from_the_day_of_opening_on_days_are_counted() -> None:
    assert before_it_was_opened(OPENED) == ""
    assert before_it_was_opened(None) == ""
