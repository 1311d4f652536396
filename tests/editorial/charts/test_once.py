"""The same numbers and words give the same figure, written once; any other give another."""

from __future__ import annotations

from editorial.charts import Series, line_chart
from editorial.charts.once import MOST, drawn_once


def chart(*values: int, note: str = ""):
    return line_chart(
        unit="states", points=[2010, 2011], series=[Series("All", values)], title="T", source="S", note=note
    )


def test_a_figure_is_drawn_once_for_the_same_values_and_written_once() -> None:
    assert chart(1, 2) is chart(1, 2)
    assert chart(1, 2).html is chart(1, 2).html
    assert "chart-caption" in chart(1, 2).html


def test_any_other_number_or_word_gives_another_figure() -> None:
    assert len({chart(1, 2).html, chart(1, 3).html, chart(1, 2, note="As of today.").html}) == 3


def test_the_last_ones_are_kept() -> None:
    drawn = []

    @drawn_once
    def draw(number: int):
        drawn.append(number)
        return chart(number, number)

    for number in range(MOST + 1):
        draw(number)
    assert draw(MOST) is draw(MOST)
    draw(0)
    assert drawn.count(MOST) == 1
    assert drawn.count(0) == 2
