"""Figures cut into bars and segments."""

from decimal import Decimal

from editorial.charts.bar_figures import Bars, bar, known_end
from editorial.charts.figure import Series


def test_a_stack_with_an_unknown_part_ends_at_least_where_its_known_part_does() -> None:
    bars = Bars("munitions", ["2020"], [Series("Retained", [None]), Series("Destroyed", [40])], stacked=True)
    (lane,) = bars.lanes_of(0)
    assert [(segment.start, segment.to) for segment in lane] == [(0, 40), (40, None)]  # what is unknown has no end
    assert known_end(lane) == Decimal(40)
    assert bars.end_words(lane) == "at least 40"


def test_several_unknown_parts_are_one_hatched_remainder_that_names_them_all() -> None:
    bars = Bars("munitions", ["2020"], [Series("A", [None]), Series("B", [None])], stacked=True)
    ((one,),) = bars.lanes_of(0)
    assert one.words == "2020, A: unknown; 2020, B: unknown"
    assert bars.end_words([one]) == ""


def test_a_lone_series_needs_no_key_and_an_unknown_figure_does() -> None:
    assert Bars("u", ["2020"], [Series("A", [1])], stacked=False).key == ()
    assert [item.paint for item in Bars("u", ["2020", "2021"], [Series("A", [1, None])], stacked=False).key] == [
        "unknown"
    ]


def test_years_are_told_from_names() -> None:
    assert Bars("u", ["2020", "2021"], [Series("A", [1, 2])], stacked=False).are_years
    assert not Bars("u", ["2020", "Peru"], [Series("A", [1, 2])], stacked=False).are_years


def test_an_unknown_bar_is_hatched_and_the_first_series_is_plain() -> None:
    bars = Bars("u", ["2020"], [Series("A", [1]), Series("B", [2]), Series("C", [None])], stacked=False)
    fills = [bar(segment, "chart-x", 0, 0, 5, 5).geometry.get("fill", "") for (segment,) in bars.lanes_of(0)]
    assert fills == ["", "url(#chart-x-paint-2)", "url(#chart-x-hatch)"]
