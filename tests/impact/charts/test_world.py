"""The world by year as published: a year without a figure is shown as one, and nothing is added up."""

from __future__ import annotations

from decimal import Decimal

from countries.models import PublishedTotal, TotalMeasure
from editorial.queries.proof import NO_PROOF
from editorial.queries.shown import ShownRecord
from editorial.rules.partial_date import PartialDate
from impact.charts.world import world_by_year


def total(year, number, *, made="2025", bound="", measure="all", start=""):
    when = PartialDate.parse
    return ShownRecord(
        PublishedTotal(
            subject="casualties",
            measure=measure,
            number=None if number is None else Decimal(number),
            bound=bound,
            period_start=when(start or year),
            period_end=when(year),
            made_on=when(made),
        ),
        NO_PROOF,
    )


def drawn(*totals):
    return world_by_year(
        totals, TotalMeasure.ALL, unit="people", title="Casualties", source_url="#totals", csv_url="/x.csv"
    )


def cells(chart):
    return {row[0].text: row[1].text for row in chart.rows}


def test_a_year_without_a_figure_is_unknown():
    chart = drawn(total("2018", 149), total("2020", 360))
    assert cells(chart) == {"2018": "149", "2019": "no figure found", "2020": "360"}
    assert any("2019" in note for note in chart.notes)


def test_of_two_sources_the_newest_is_drawn_and_the_other_named():
    chart = drawn(total("2018", 149, made="2019"), total("2018", 150, made="2020"))
    assert cells(chart) == {"2018": "150"}
    assert chart.caption["note"] == "2018: sources differ: 150; 149."


def test_a_bound_is_said():
    assert "2018 (at least 93)" in drawn(total("2018", 93, bound="at_least")).caption["note"]


def test_longer_periods_other_measures_and_missing_numbers_are_not_drawn():
    assert (
        drawn(total("2018", 4128, start="2009"), total("2018", 5, measure="killed"), total("2017", None)) is None
    )
