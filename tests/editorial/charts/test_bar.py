"""Bar charts: the same numbers in drawing and table, unknown never as zero, from zero up."""

from itertools import pairwise
from typing import Any

import pytest

from editorial.charts import Series, Unknown, bar_chart
from editorial.charts.figure import SMALL
from editorial.charts.lettering import width_of
from tests.editorial.charts.reading import read, table, titles

SIZES = ("wide", "narrow")
WORDS: dict[str, Any] = {"title": "Munitions destroyed", "source": "Monitor profiles"}


def destroyed(values, years=(2017, 2018, 2019)):
    return bar_chart(unit="munitions", years=years, series=[Series("Destroyed", values)], **WORDS)


@pytest.mark.parametrize("size", SIZES)
def test_drawing_and_table_hold_the_same_numbers(size):
    figure = destroyed([24_687, 510, 0])

    assert titles(figure, size, "chart-bar") == [
        "2017: 24,687 munitions",
        "2018: 510 munitions",
        "2019: 0 munitions",
    ]
    assert table(figure) == [["2017", "24,687"], ["2018", "510"], ["2019", "0"]]


@pytest.mark.parametrize("size", SIZES)
def test_an_unknown_figure_is_hatched_and_said_in_words(size):
    figure = destroyed([24_687, None, 0])
    drawing = next(svg for svg in read(figure).all("svg") if f"chart-{size}" in svg.attributes["class"])
    unknown = drawing.all("rect", "chart-unknown")

    assert [bar.attributes["fill"] for bar in unknown] == [f"url(#{figure.anchor}-hatch)"]
    assert float(unknown[0].attributes["height"]) > 100  # over the whole scale: it could be anything
    assert [title.text for title in unknown[0].all("title")] == ["2018: unknown"]
    assert table(figure)[1] == ["2018", "unknown"]
    assert [note.words for note in read(figure).all("p", "chart-note")] == ["Destroyed – unknown: 2018."]
    assert "unknown (not zero)" in [item.words for item in read(figure).all("li")]


def test_zero_is_a_bar_without_length_and_a_written_zero():
    figure = destroyed([24_687, 0, 6])
    drawing = next(svg for svg in read(figure).all("svg") if "chart-wide" in svg.attributes["class"])
    heights = [float(bar.attributes["height"]) for bar in drawing.all("rect", "chart-bar")]

    assert heights[1] == 0
    assert heights[2] >= 1  # six beside 24,687 is small, but it is there
    assert "0" in [text.text for text in drawing.all("text", "chart-figure")]


def test_unknown_may_be_said_more_exactly():
    figure = destroyed([1, Unknown("not believed to have stocks"), None])

    assert table(figure)[1:] == [["2018", "not believed to have stocks"], ["2019", "unknown"]]
    assert figure.notes == ("Destroyed – not believed to have stocks: 2018.", "Destroyed – unknown: 2019.")


def test_runs_of_unknown_years_are_named_by_their_ends():
    figure = destroyed([1, None, None, None, 2, None, 3, None], range(2010, 2018))

    assert figure.notes == ("Destroyed – unknown: 2011–2013, 2015, 2017.",)


@pytest.mark.parametrize("values", [[0, 0, 0], [None, None, None], [10**15, 1, 0], [0.25, 0.5, 1e-9]])
def test_odd_figures_are_drawn(values):
    assert len(table(destroyed(values))) == 3


def test_a_lone_bar_is_drawn():
    assert titles(destroyed([7], [2017]), "wide", "chart-bar") == ["2017: 7 munitions"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([1, -2, 3], "Destroyed, 2018: -2 is negative"),
        ([1, float("nan"), 3], "Destroyed, 2018: nan is not a number"),
        ([1, True, 3], "Destroyed, 2018: True is not a number"),
        ([1, 10**16, 3], "Destroyed, 2018: 10000000000000000 is larger"),
        ([1, 2], "Destroyed: 2 values for 3 years"),
    ],
)
def test_what_is_no_count_is_refused_by_name(values, message):
    with pytest.raises(ValueError, match=message):
        destroyed(values)


def test_nothing_to_draw_is_refused():
    with pytest.raises(ValueError, match="at least one year"):
        destroyed([], [])
    with pytest.raises(ValueError, match="at least one series"):
        bar_chart(unit="munitions", years=[2018], series=[], **WORDS)


def test_labels_from_outside_are_escaped():
    figure = bar_chart(
        title='<script>alert("title")</script>',
        source="a < b",
        unit="<i>",
        years=[2017, 2018],
        series=[Series("</title><script>", [1, None]), Series('" onload="x', [1, None])],
    )
    tree = read(figure)

    assert not tree.all("script")
    assert not tree.all("i")
    assert all("onload" not in element.attributes for element in tree.all("text"))
    assert [cell.words for cell in tree.all("th")[:2]] == ["</title><script>", '" onload="x']


def test_a_stack_with_an_unknown_part_is_at_least_its_known_parts():
    figure = bar_chart(
        unit="munitions",
        years=[2017, 2018],
        series=[Series("Destroyed", [1_500, 1_000]), Series("Retained", [0, None]), Series("Left", [521, 485])],
        **WORDS,
    )
    drawing = next(svg for svg in read(figure).all("svg") if "chart-wide" in svg.attributes["class"])

    assert table(figure) == [
        ["2017", "1,500", "0", "521", "2,021"],
        ["2018", "1,000", "unknown", "485", "1,485"],
    ]
    assert [text.text for text in drawing.all("text", "chart-figure")] == ["2,021", "at least 1,485"]
    assert titles(figure, "wide", "chart-unknown") == ["2018, Retained: unknown"]


def test_stacked_parts_add_up_to_the_length_of_their_total():
    parts = [Series("A", [30, 0]), Series("B", [70, 0]), Series("C", [0, 100])]
    figure = bar_chart(unit="reports", years=[2020, 2021], series=parts, **WORDS)
    drawing = next(svg for svg in read(figure).all("svg") if "chart-wide" in svg.attributes["class"])
    heights = [float(bar.attributes["height"]) for bar in drawing.all("rect", "chart-bar")]

    assert heights == pytest.approx([66, 154, 0, 0, 0, 220])


def test_series_beyond_six_are_refused():
    with pytest.raises(ValueError, match="7 series; more than 6"):
        bar_chart(unit="x", years=[2020], series=[Series(str(number), [1]) for number in range(7)], **WORDS)


def test_no_style_attributes_and_no_script():
    tree = read(destroyed([1, None, 3]))
    everything = [element for tag in ("svg", "rect", "line", "text", "table", "td") for element in tree.all(tag)]

    assert everything
    assert not [element for element in everything if "style" in element.attributes]
    assert not [name for element in everything for name in element.attributes if name.startswith("on")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 5, 16, 40, 90])
def test_names_below_columns_stay_inside_and_apart(size, count):
    figure = destroyed([1] * count, range(1990, 1990 + count))
    drawing = read(figure).all("svg", f"chart-{size}")[0]
    ends = [
        (float(text.attributes["x"]), width_of(text.text, SMALL) / 2) for text in drawing.all("text", "chart-name")
    ]

    assert all(x + half <= float(drawing.attributes["viewbox"].split()[2]) for x, half in ends)
    assert all(x + half <= x2 - half2 for (x, half), (x2, half2) in pairwise(ends))
