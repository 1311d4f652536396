"""Figures cut into bars and segments."""

from editorial.charts.bar_figures import Bars
from editorial.charts.figure import Series


def test_a_stack_with_an_unknown_part_ends_at_least_where_its_known_part_does() -> None:
    bars = Bars("munitions", [2020], [Series("Retained", [None]), Series("Destroyed", [40])])
    assert [(segment.start, segment.to) for segment in bars.segments(0)] == [(0, 40), (40, None)]
    assert bars.total(0) == 40
    assert bars.end_words(0) == "at least 40"


def test_several_unknown_parts_are_one_hatched_remainder_that_names_them_all() -> None:
    bars = Bars("munitions", [2020], [Series("A", [None]), Series("B", [None])])
    (one,) = bars.segments(0)
    assert one.words == "2020, A: unknown; 2020, B: unknown"
    assert bars.end_words(0) == ""


def test_zero_is_written_at_the_end_of_its_bar() -> None:
    assert Bars("munitions", [2020], [Series("A", [0])]).end_words(0) == "0"


def test_a_lone_series_needs_no_key_and_an_unknown_figure_does() -> None:
    assert Bars("u", [2020], [Series("A", [1])]).key == ()
    assert [item.paint for item in Bars("u", [2020, 2021], [Series("A", [1, None])]).key] == ["unknown"]


def test_an_unknown_bar_is_hatched_and_the_first_series_is_plain() -> None:
    bars = Bars("u", [2020], [Series("A", [1]), Series("B", [2]), Series("C", [None])])
    marks = [segment.drawn("chart-x", 0, 0, 5, 5) for segment in bars.segments(0)]
    assert [mark.geometry.get("fill", "") for mark in marks] == [
        "",
        "url(#chart-x-paint-2)",
        "url(#chart-x-hatch)",
    ]
    assert [mark.css for mark in marks] == [f"chart-bar chart-{kind}" for kind in ("tone-1", "tone-2", "unknown")]
