"""Names that delegations use every day, with the names of the reference data."""

import pytest

from meetings.queries import names, state_names
from meetings.rules.names_in_text import read_list

DAILY = (
    "UK, Ivory Coast, Trinidad & Tobago, St Kitts and Nevis, Burma, East Timor, Bosnia-Herzegovina, the former Yugoslav "
    "Republic of Macedonia and the Vatican"
)


@pytest.mark.parametrize("known", [names.state_names, state_names.state_names])
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
    assert [state.iso3 for state in read_list(written, names.state_names()).found] == [iso3]
