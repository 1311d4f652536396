"""Columns side by side, years below."""

from itertools import pairwise

from editorial.charts.bar_columns import Columns
from editorial.charts.bar_figures import Bars
from editorial.charts.figure import NARROW, WIDE, Series


def bars(count: int) -> Bars:
    return Bars("munitions", range(2000, 2000 + count), [Series("Destroyed", list(range(1, count + 1)))])


def test_of_many_years_the_gaps_between_the_bars_go_before_the_bars() -> None:
    few, many, most = (Columns(bars(count), "narrow", NARROW, "x") for count in (20, 55, 200))
    assert few.bar == few.band * 0.74
    assert many.band * 0.74 < many.bar == 5
    assert most.bar == most.band
    for drawn in (few, many, most):
        places = [mark.geometry["x"] for mark in drawn.marks if mark.css.startswith("chart-bar")]
        assert all(float(b) - float(a) >= drawn.bar - 1e-9 for a, b in pairwise(places))


def test_the_highest_column_is_as_high_as_its_share_of_the_scale() -> None:
    drawn = Columns(bars(4), "wide", WIDE, "chart-x")
    heights = [float(mark.geometry["height"]) for mark in drawn.marks if mark.css.startswith("chart-bar")]
    assert heights == [drawn.scale.at(n) for n in (1, 2, 3, 4)]
    assert max(heights) <= drawn.plot


def test_of_years_that_stand_too_close_only_some_are_written() -> None:
    names = [mark.text for mark in Columns(bars(40), "narrow", NARROW, "x").marks if mark.css == "chart-name"]
    assert names[:2] == ["2000", "2005"]
