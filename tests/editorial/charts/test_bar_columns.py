"""Columns side by side, names below."""

from editorial.charts.bar_columns import Columns
from editorial.charts.bar_figures import Bars
from editorial.charts.figure import NARROW, WIDE, Series


def bars(count: int) -> Bars:
    years = [str(2000 + n) for n in range(count)]
    return Bars("munitions", years, [Series("Destroyed", list(range(1, count + 1)))], stacked=False)


def test_twenty_years_suit_both_widths_and_ninety_suit_neither() -> None:
    assert [Columns.suit(bars(20), width) for width in (WIDE, NARROW)] == [True, True]
    assert [Columns.suit(bars(90), width) for width in (WIDE, NARROW)] == [True, False]
    assert not Columns.suit(bars(200), WIDE)


def test_the_highest_column_is_as_high_as_its_share_of_the_scale() -> None:
    drawn = Columns(bars(4), "wide", WIDE, "chart-x")
    heights = [float(mark.geometry["height"]) for mark in drawn.marks if mark.css.startswith("chart-bar")]
    assert heights == [drawn.scale.at(n) for n in (1, 2, 3, 4)]
    assert max(heights) <= drawn.plot


def test_of_years_that_stand_too_close_only_some_are_written() -> None:
    names = [mark.text for mark in Columns(bars(40), "narrow", NARROW, "x").marks if mark.css == "chart-name"]
    assert names[:2] == ["2000", "2005"]
