"""States and other areas: their codes, their key and their place in addresses."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from countries.models import Country, CountryKind, CountryName
from editorial.models import recording

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


def area(**fields: object) -> Country:
    return Country(slug="nagorno-karabakh", name="Nagorno-Karabakh", is_un_member=False, **fields)


def test_a_state_is_known_by_its_code_and_an_area_without_one_by_its_slug(peru: Country) -> None:
    assert peru.key == "PER"
    assert area(kind=CountryKind.OTHER_AREA).key == "nagorno-karabakh"
    assert peru.get_absolute_url() == "/countries/peru/"
    assert str(peru) == "Peru"


def test_only_states_can_join_a_treaty(peru: Country) -> None:
    area(kind=CountryKind.OTHER_AREA).save()
    assert list(Country.objects.states()) == [peru]


def test_every_state_has_a_code() -> None:
    with pytest.raises(ValidationError, match="Every state has an ISO 3166 alpha-3 code"):
        area(kind=CountryKind.STATE).full_clean()
    with pytest.raises(IntegrityError, match="state_has_iso3"), transaction.atomic():
        area(kind=CountryKind.STATE).save()


def test_a_un_member_is_a_state() -> None:
    member = Country(slug="x", name="X", kind=CountryKind.OTHER_AREA, is_un_member=True)
    with pytest.raises(ValidationError, match="A UN member is a state"):
        member.full_clean()
    with pytest.raises(IntegrityError, match="un_member_is_state"), transaction.atomic():
        member.save()


def test_several_areas_may_have_no_code_but_no_code_is_given_twice(peru: Country) -> None:
    area(kind=CountryKind.OTHER_AREA).save()
    Country.objects.create(slug="elsewhere", name="Elsewhere", kind=CountryKind.OTHER_AREA, is_un_member=False)
    with pytest.raises(IntegrityError, match="iso3"), transaction.atomic():
        Country.objects.create(iso3="PER", slug="other", name="Other")


def test_a_further_name_is_kept_once_with_its_time_and_goes_with_the_country(peru: Country) -> None:
    name = CountryName.objects.create(country=peru, name="Perú", valid_until="2013-10-24")
    assert str(name) == "Perú"
    name.refresh_from_db()
    assert str(name.valid_until) == "24 October 2013"
    with pytest.raises(IntegrityError), transaction.atomic():
        CountryName.objects.create(country=peru, name="Perú")
    peru.delete()
    assert not CountryName.objects.exists()
    assert CountryName.history.latest().history_type == "-"


def test_a_country_with_profiles_stays(draft) -> None:
    with pytest.raises(models.ProtectedError), transaction.atomic():
        draft.country.delete()
