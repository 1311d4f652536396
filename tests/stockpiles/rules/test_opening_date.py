"""A stock to begin with cannot be dated after its end."""

from datetime import date

from editorial.rules.partial_date import PartialDate
from stockpiles.rules.dated import bounds, on
from stockpiles.rules.opening_date import opening_after_end

AUSTRIA_DONE = on(date(2010, 11, 8))


def test_austria_did_not_hold_its_stock_in_2021():
    words = opening_after_end(bounds(PartialDate(2021)), AUSTRIA_DONE)
    assert words.startswith(
        "The opening stock is dated 2021, after the destruction was completed (8 November 2010)"
    )


def test_a_stock_of_the_year_in_which_it_was_destroyed_or_without_a_date_may_be():
    assert opening_after_end(bounds(PartialDate(2010)), AUSTRIA_DONE) == ""
    assert opening_after_end(None, AUSTRIA_DONE) == ""
    assert opening_after_end(bounds(PartialDate(2021)), None) == ""


def test_a_total_destroyed_is_an_end_too():
    words = opening_after_end(bounds(PartialDate(2021)), None, [on(date(2015, 2, 9))])
    assert "after it was destroyed (9 February 2015)" in words
