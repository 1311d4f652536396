"""A stage is drawn between its own dates only, at the precision of each."""

from __future__ import annotations

from datetime import date

from editorial.rules.partial_date import PartialDate
from stockpiles.charts.programmes import _carried_out, _planned, _span

BEGAN, ENDED = PartialDate(2014, 9), PartialDate(2023, 12)


def test_two_dates_make_a_stretch_from_the_first_day_to_the_last_that_they_can_mean() -> None:
    assert _carried_out(BEGAN, ENDED) == {
        "actual": (date(2014, 9, 1), date(2023, 12, 31)),
        "actual_when": "September 2014–December 2023",
    }


def test_one_date_is_an_edge_and_never_a_stretch() -> None:
    assert _carried_out(BEGAN, None) == {"since": date(2014, 9, 1), "edge_when": "September 2014"}
    assert _carried_out(None, ENDED) == {"over": date(2023, 12, 31), "edge_when": "December 2023"}
    assert _carried_out(None, None) == {}


def test_a_plan_with_one_date_is_not_drawn() -> None:
    assert _planned(BEGAN, None) is None
    assert _planned(BEGAN, ENDED) == (date(2014, 9, 1), date(2023, 12, 31))
    assert (_span(None, ENDED), _span(None, None)) == ("December 2023", "")
