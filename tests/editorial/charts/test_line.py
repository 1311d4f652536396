"""Lines: labels at their ends, steps that hold, no place for what is unknown."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from editorial.charts import Series, Unknown, line_chart
from tests.editorial.charts.reading import read, table, titles

WORDS: dict[str, Any] = {"title": "States Parties", "source": "UN Treaty Collection", "unit": "states"}


def test_drawing_and_table_hold_the_same_numbers():
    figure = line_chart(points=[2011, 2012, 2013], series=[Series("Parties", [66, 77, 83])], **WORDS)

    assert titles(figure, "wide", "chart-dot") == [
        "2011, Parties: 66 states",
        "2012, Parties: 77 states",
        "2013, Parties: 83 states",
    ]
    assert table(figure) == [["2011", "66"], ["2012", "77"], ["2013", "83"]]
    assert "66 (2011) to 83 (2013)" in figure.description


def test_each_line_is_named_at_its_end_with_its_last_figure():
    series = [Series("Due", [10, 40, 62]), Series("Received", [9, 35, 35])]
    figure = line_chart(points=[2011, 2012, 2013], series=series, **WORDS)
    drawing = read(figure).all("svg", "chart-wide")[0]
    labels = drawing.all("text", "chart-label")

    assert [label.text for label in labels] == ["Due", "Received"]
    assert [text.text for text in drawing.all("text", "chart-figure")] == ["62", "35"]
    assert not figure.key  # no legend beside direct labels


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_labels_of_lines_that_end_together_do_not_overlap(size):
    series = [Series(name, [0, 50]) for name in ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")]
    figure = line_chart(points=[2011, 2012], series=series, **WORDS)
    drawing = read(figure).all("svg", f"chart-{size}")[0]
    places = sorted(
        float(text.attributes["y"]) for css in ("chart-label", "chart-figure") for text in drawing.all("text", css)
    )

    assert all(b - a >= 14 for a, b in pairwise(places))


def test_a_step_line_holds_its_figure_until_the_next_day():
    days = [date(2012, 9, 26), date(2013, 3, 1), date(2014, 10, 21)]
    figure = line_chart(points=days, series=[Series("Parties", [1, 2, 3])], step=True, **WORDS)
    path = read(figure).all("svg", "chart-wide")[0].all("path", "chart-line")[0].attributes["d"]

    assert path.count("H") == path.count("V") == 2
    assert "L" not in path
    assert table(figure)[0] == ["26 September 2012", "1"]


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ([2012, 2011], "in order"),
        ([2011, 2011], "in order"),
        ([2011, date(2012, 1, 1)], "cannot stand on one axis"),
        ([0, 2011], "0 is not a year"),
    ],
)
def test_points_out_of_order_are_refused(points, message):
    with pytest.raises(ValueError, match=message):
        line_chart(points=points, series=[Series("Parties", [1, 2])], **WORDS)


@pytest.mark.parametrize("values", [[0, 0], [0.5, 3], [10**15, 0]])
def test_odd_figures_are_drawn(values):
    assert len(table(line_chart(points=[2011, 2012], series=[Series("Parties", values)], **WORDS))) == 2


def test_a_lone_point_is_drawn():
    assert titles(line_chart(points=[2011], series=[Series("Parties", [3])], **WORDS), "wide", "chart-dot")


@pytest.mark.parametrize("unknown", [None, Unknown("not believed to have stocks")])
def test_an_unknown_figure_is_refused_rather_than_passed_over(unknown):
    with pytest.raises(ValueError, match="no place for an unknown figure"):
        line_chart(points=[2011, 2012], series=[Series("Parties", [1, unknown])], **WORDS)
