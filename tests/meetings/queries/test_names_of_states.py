"""The names under which texts speak of states: each means one state or none."""

from __future__ import annotations

import pytest

from countries.models import CountryName
from editorial.models import recording
from meetings.queries.names import state_names
from meetings.rules.names_in_text import name_key
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


def further(name: str, *states) -> None:
    with recording(by=None, reason="Made for a test"):
        for state in states:
            CountryName.objects.create(country=state, name=name)


def meant(name: str) -> str | None:
    state = state_names().get(name_key(name))
    return state.iso3 if state else None


def test_short_official_and_further_names_however_they_are_written() -> None:
    make_country("CIV", "Côte d’Ivoire", official_name="Republic of Côte d’Ivoire")
    further("Ivory Coast", make_country("CIV"))
    for name in ("Côte d’Ivoire", "COTE D'IVOIRE", "Republic of Côte d’Ivoire", "ivory coast"):
        assert meant(name) == "CIV", name
    assert meant("Narnia") is None


def test_a_further_name_that_two_states_share_names_neither() -> None:
    further("Congo-Congo", make_country("COG", "Congo"), make_country("COD", "Democratic Republic of the Congo"))
    assert meant("Congo-Congo") is None
    assert (meant("Congo"), meant("Democratic Republic of the Congo")) == ("COG", "COD")


def test_a_name_of_today_wins_over_a_further_name() -> None:
    further("Macedonia", make_country("GRC", "Greece"))
    make_country("MKD", "Macedonia")
    assert meant("Macedonia") == "MKD"


def test_an_area_without_an_official_name_is_not_found_by_no_words() -> None:
    make_country("PSE", "State of Palestine", official_name="")
    assert "" not in state_names()
    assert meant("State of Palestine") == "PSE"


def test_two_questions_whatever_the_number(django_assert_num_queries) -> None:
    for iso3, name in (("PER", "Peru"), ("CHL", "Chile"), ("ESP", "Spain")):
        further(f"Old {name}", make_country(iso3, name))
    with django_assert_num_queries(2):
        assert len(state_names()) == 6
