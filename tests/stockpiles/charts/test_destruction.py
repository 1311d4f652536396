"""What was destroyed year by year, from the records of one state."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country
from stockpiles.charts.destruction import destruction_by_year, drawn
from stockpiles.queries.dossier import dossier
from stockpiles.rules.quantity import NONE, UNKNOWN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def charts(iso3: str) -> list:
    story = dossier(Country.objects.get(iso3=iso3), as_of=date(2026, 2, 3))
    return destruction_by_year(story, source_url="#x", csv_url="")


def test_the_years_of_peru_run_to_its_completion_and_the_last_is_unknown_not_zero() -> None:
    munitions, submunitions = charts("PER")
    assert [[cell.text for cell in row] for row in munitions.rows] == [
        ["2018", "141"],
        ["2019", "5"],
        ["2020", "160"],
        ["2021", "296"],
        ["2022", "542"],
        ["2023", "unknown"],
    ]
    assert submunitions.caption["title"].startswith("Submunitions destroyed in")


def test_a_part_is_called_the_years_on_record() -> None:
    assert charts("DEU")[0].caption["title"] == "Munitions destroyed in the years on record"


def test_years_that_come_to_less_than_the_total_are_not_each_year() -> None:
    """Germany: 4.8 million submunitions in 2015, of about 63 million altogether."""
    submunitions = charts("DEU")[1].caption
    assert submunitions["title"] == "Submunitions destroyed in the years on record"
    assert "come to about 4.8 million; altogether about 63 million submunitions were destroyed" in str(
        submunitions
    )
    assert charts("COL")[0].caption["title"] == "Munitions destroyed in each year"


def test_a_state_without_figures_has_no_drawing() -> None:
    assert charts("IRL") == []


def test_none_destroyed_is_drawn_as_zero_and_unknown_is_not() -> None:
    assert drawn(NONE) == 0
    assert drawn(UNKNOWN) != 0
