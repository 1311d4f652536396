"""The grid of Article 7 reports: shapes and words, not colour alone."""

from pathlib import Path
from typing import Any, get_args

import pytest
from django.template import Context, Template

from editorial.charts import GridCell, GridRow, GridState, Series, bar_chart, grid
from editorial.charts.grid import Sign, Tone
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
    sheet = (Path(__file__).parents[3] / "static" / "css" / "charts.css").read_text()
    drawn = {sign: sheet.partition(f".s-{sign} {{ --chart-sign: ")[2].partition(";")[0] for sign in get_args(Sign)}
    assert len(set(drawn.values())) == len(drawn), "each sign is drawn, and unlike any other"
    assert all(f".s-{tone} {{ --chart-tone:" in sheet for tone in get_args(Tone) if tone != "quiet")
    shown = [cell.attributes["class"] for cell in read(reports()).all("tbody")[0].all("td")]
    assert shown == ["s-dash", "s-full s-met", "s-dash", "s-hatch"]


def test_columns_that_say_the_same_are_one_cell_over_them_all():
    silent, none_due = GridCell(STATES["unknown"]), GridCell(STATES["none-due"])
    leads = GridCell(STATES["on-time"], url="/reports/1/")
    made = grid(
        rows=[GridRow("Peru", [none_due, silent, silent, silent, leads, leads])],
        states=list(STATES.values()),
        **{**WORDS, "columns": [str(year) for year in range(2012, 2018)]},
    )
    cells = read(made).all("tbody")[0].all("td")
    assert [(cell.words, cell.attributes.get("colspan", "1")) for cell in cells] == [
        *(("none due", "1"), ("unknown", "3")),
        *(("received in time", "1"), ("received in time", "1")),
    ]
    assert made.key == ((STATES["on-time"], 2), (STATES["unknown"], 3), (STATES["none-due"], 1))


def test_names_words_and_addresses_are_only_text():
    cell = GridCell(STATES["on-time"], "<b>12 May</b>", '/"><script>')
    row = read(grid(rows=[GridRow("<i>Peru", [cell, cell], '/"x')], states=list(STATES.values()), **WORDS))
    (line,) = row.all("tbody")[0].all("tr")
    assert [one.words for one in line.children] == ["<i>Peru", *["received in time, <b>12 May</b>"] * 2]
    assert [link.attributes["href"] for link in line.all("a")] == ['/"x', *['/"><script>'] * 2]


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
