"""The grid of Article 7 reports: shapes and words, not colour alone."""

from typing import Any

import pytest
from django.template import Context, Template

from editorial.charts import GridCell, GridRow, GridState, Series, bar_chart, grid
from tests.editorial.charts.reading import read

STATES = {
    "on-time": GridState("received in time", "full", "met"),
    "missing": GridState("not received", "cross", "overdue"),
    "unknown": GridState("unknown", "hatch"),
    "none-due": GridState("none due", "dash"),
}
WORDS: dict[str, Any] = {
    "title": "Transparency reports",
    "source": "UNODA",
    "corner": "State",
    "columns": ["2012", "2013"],
}


def reports():
    rows = [
        GridRow(
            "Peru",
            [GridCell(STATES["none-due"]), GridCell(STATES["on-time"], "28 August 2013", "/reports/1/")],
            "/peru/",
        ),
        GridRow("Guinea", [GridCell(STATES["none-due"]), GridCell(STATES["unknown"])]),
    ]
    return grid(rows=rows, states=list(STATES.values()), **WORDS)


def test_every_cell_says_its_state_in_words():
    rows = read(reports()).all("tbody")[0].all("tr")

    assert [[cell.words for cell in row.children] for row in rows] == [
        ["Peru", "none due", "received in time, 28 August 2013"],
        ["Guinea", "none due", "unknown"],
    ]
    assert [link.attributes["href"] for link in rows[0].all("a")] == ["/peru/", "/reports/1/"]


def test_every_state_has_its_own_shape():
    assert len({state.sign for state in STATES.values()}) == len(STATES)
    uses = [use.attributes["href"] for use in read(reports()).all("tbody")[0].all("use")]
    symbols = {f"#{symbol.attributes['id']}" for symbol in read(reports()).all("symbol")}
    assert set(uses) <= symbols


def test_the_key_counts_what_occurs():
    assert [item.words for item in read(reports()).all("li")] == [
        "received in time (1)",
        "unknown (1)",
        "none due (2)",
    ]


def test_refusals():
    with pytest.raises(ValueError, match="Peru: 1 cells for 2 columns"):
        grid(rows=[GridRow("Peru", [GridCell(STATES["on-time"])])], states=list(STATES.values()), **WORDS)


@pytest.mark.parametrize("title", ["Transparency reports", "Stocks"])
def test_the_template_tag_shows_any_figure(title):
    bars = bar_chart(title="Stocks", source="x", unit="munitions", years=[2020], series=[Series("S", [1])])
    figure = reports() if title == "Transparency reports" else bars
    html = Template("{% load charts %}{% chart figure %}").render(Context({"figure": figure}))

    assert html.count("<figure") == 1
    assert title in html
