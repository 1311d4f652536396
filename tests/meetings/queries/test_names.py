"""Names that delegations use every day, with the names of the reference data."""

import pytest

from countries.models import CountryName
from editorial.models import recording
from meetings.queries.names import names_in_lists, state_names
from meetings.rules.names_in_text import read_list

DAILY = (
    "UK, Ivory Coast, Trinidad & Tobago, St Kitts and Nevis, Burma, East Timor, Bosnia-Herzegovina, the former Yugoslav "
    "Republic of Macedonia and the Vatican"
)


@pytest.mark.parametrize("known", [names_in_lists, state_names])
def test_each_is_exactly_one_state(world: None, known) -> None:
    found = read_list(DAILY, known())
    assert [state.iso3 for state in found.found] == ["GBR", "CIV", "TTO", "KNA", "MMR", "TLS", "BIH", "MKD", "VAT"]
    assert found.unknown == ()


@pytest.mark.parametrize(
    ("written", "iso3"),
    [
        ("Cape Verde", "CPV"),
        ("Czech Republic", "CZE"),
        ("DR Congo", "COD"),
        ("DRC", "COD"),
        ("Congo", "COG"),
        ("Laos", "LAO"),
        ("North Korea", "PRK"),
        ("South Korea", "KOR"),
        ("St. Vincent & the Grenadines", "VCT"),
        ("Swaziland", "SWZ"),
        ("Turkey", "TUR"),
        ("Turkiye", "TUR"),
        ("USA", "USA"),
        ("Viet Nam", "VNM"),
    ],
)
def test_short_former_and_common_names(world: None, written: str, iso3: str) -> None:
    assert [state.iso3 for state in read_list(written, names_in_lists()).found] == [iso3]


def test_a_code_names_a_state_in_lists_but_not_in_running_text(world: None) -> None:
    assert names_in_lists()["and"].name == "Andorra"
    assert "and" not in state_names()


def test_a_further_name_that_two_states_share_names_neither(world: None) -> None:
    peru, chile = (state_names()[name] for name in ("peru", "chile"))
    with recording(by=None, reason="Test"):
        for state in (peru, chile):
            CountryName.objects.create(country=state, name="Land of the Andes")
    assert "land of the andes" not in names_in_lists()
