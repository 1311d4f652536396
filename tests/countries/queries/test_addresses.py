"""Whatever was written for a state leads to its one address, or to none."""

from __future__ import annotations

import pytest

from countries.models import Country
from countries.queries.addresses import country_slug
from editorial.models import recording

pytestmark = pytest.mark.django_db


def state(iso2: str, iso3: str, slug: str, name: str, *further: str, official: str = "") -> Country:
    with recording(by=None, reason="Made for a test"):
        country = Country.objects.create(iso2=iso2, iso3=iso3, slug=slug, name=name, official_name=official)
        for one in further:
            country.names.create(name=one)
    return country


@pytest.fixture(autouse=True)
def states() -> None:
    state("CV", "CPV", "cabo-verde", "Cabo Verde", "Cape Verde", official="Republic of Cabo Verde")
    state("CI", "CIV", "cote-divoire", "Côte d’Ivoire", "Ivory Coast")
    state("CG", "COG", "congo", "Congo", "Congo-Brazzaville")
    state("CD", "COD", "democratic-republic-of-the-congo", "Democratic Republic of the Congo", "Congo-Kinshasa")


@pytest.mark.parametrize(
    "written", ["cabo-verde", "Cabo-Verde", "CPV", "cv", "cape-verde", "republic-of-cabo-verde"]
)
def test_slug_codes_and_names_of_one_state(written: str) -> None:
    assert country_slug(written) == "cabo-verde"


def test_a_further_name_as_it_stands_in_an_address() -> None:
    assert country_slug("ivory-coast") == "cote-divoire"
    assert country_slug("cote-divoire") == "cote-divoire"


def test_a_former_address_leads_on_after_the_slug_has_changed() -> None:
    country = Country.objects.get(iso3="CPV")
    with recording(by=None, reason="Renamed"):
        country.slug = "kap-verde"
        country.save()
    assert country_slug("cabo-verde") == "kap-verde"
    assert country_slug("CPV") == "kap-verde"


def test_a_name_that_two_states_share_means_neither() -> None:
    with recording(by=None, reason="Both are called so"):
        for iso3 in ("COG", "COD"):
            Country.objects.get(iso3=iso3).names.create(name="The Congo")
    assert country_slug("the-congo") is None
    assert country_slug("congo-brazzaville") == "congo"


@pytest.mark.parametrize("written", ["narnia", "", "XX", "cape verde"])
def test_what_means_no_state_has_no_address(written: str) -> None:
    assert country_slug(written) is None
