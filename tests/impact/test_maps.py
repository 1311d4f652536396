"""Contamination and casualties on the map."""

from __future__ import annotations

from datetime import date

import pytest

from editorial.queries.kept import keeping
from impact.maps import casualty_map, contamination_map
from impact.queries.casualties import casualty_figures
from impact.queries.contamination import contamination_of_states
from stockpiles.queries.records import Records

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def words(figure):
    return {one.name: one.map_class.name for one in (*figure.states, *figure.not_drawn)}


def test_what_is_said_of_each_state_and_nothing_of_others():
    found = words(contamination_map(contamination_of_states(Records(date(2026, 2, 3))), "/contamination.csv"))
    assert found["Mauritania"] == "Contaminated again after a completion"
    assert found["Colombia"] == "Sources differ"
    assert found["Croatia"] == "Said to be cleared"
    assert found["Kosovo"] == "Said to be contaminated"
    assert "Peru" not in found


def test_a_state_of_which_a_source_names_a_part_is_not_said_to_be_contaminated_whole():
    found = words(contamination_map(contamination_of_states(Records(date(2026, 2, 3))), "/contamination.csv"))
    united_kingdom = "United Kingdom of Great Britain and Northern Ireland"
    assert found[united_kingdom] == "Said to be contaminated, in a part that the source names"


def test_casualties_with_a_number_without_one_and_none_counted():
    figures = casualty_figures(keeping())
    found = words(casualty_map(figures, "/casualties.csv"))
    assert found["Albania"] == "A number is on record"
    assert found["Cambodia"] == "Recorded, number not given"
    lebanon = [one for one in figures if one.record.country.iso3 == "LBN" and one.record.number == 0]
    assert words(casualty_map(lebanon, "/casualties.csv")) == {"Lebanon": "A source counted none in its period"}
