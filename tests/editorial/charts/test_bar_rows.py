"""Bars below one another, for names that do not fit below columns."""

from editorial.charts.bar_figures import Bars
from editorial.charts.bar_rows import Rows
from editorial.charts.figure import NARROW, WIDE, Series

LONG = "United Kingdom of Great Britain and Northern Ireland"


def rows(width: int, *names: str) -> Rows:
    return Rows(Bars("reports", names, [Series("On record", [4, None][: len(names)])], stacked=False), width, "x")


def test_short_names_stand_left_of_their_bars_and_long_ones_above() -> None:
    assert not rows(WIDE, "Peru", "Chile").above
    narrow = rows(NARROW, LONG, "Chile")
    assert narrow.above
    assert next(mark.text for mark in narrow.marks if mark.css == "chart-row-name") == LONG


def test_an_unknown_bar_goes_over_the_whole_scale_and_says_so() -> None:
    drawn = rows(WIDE, "Peru", "Chile")
    unknown = next(mark for mark in drawn.marks if "chart-unknown" in mark.css)
    assert float(unknown.geometry["x"]) + float(unknown.geometry["width"]) == drawn.right
    assert [mark.text for mark in drawn.marks if mark.css == "chart-said"] == ["unknown"]
