"""Who works on what: a country in the hands of a person or of a team, of neither both nor none."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Country, CountryAssignment, Team, TeamMember
from editorial.models import recording

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


@pytest.fixture
def latin_america() -> Team:
    return Team.objects.create(name="Latin America")


def test_in_words(peru: Country, latin_america: Team, person) -> None:
    ana = person("ana")
    assert str(CountryAssignment(country=peru, person=ana)) == "Peru: ana"
    assert str(CountryAssignment(country=peru, team=latin_america)) == "Peru: Latin America"
    assert str(TeamMember(team=latin_america, person=ana)) == "ana, Latin America"


def test_a_country_is_in_one_kind_of_hands(peru: Country, latin_america: Team, person) -> None:
    for hands in ({}, {"person": person("ana"), "team": latin_america}):
        with pytest.raises(ValidationError, match="either to a person or to a team"):
            CountryAssignment(country=peru, **hands).full_clean()
        with pytest.raises(IntegrityError, match="person_or_team"), transaction.atomic():
            CountryAssignment.objects.create(country=peru, **hands)


def test_a_country_may_be_in_several_hands_but_in_each_once(peru: Country, latin_america: Team, person) -> None:
    for hands in ({"person": person("ana")}, {"person": person("ben")}, {"team": latin_america}):
        CountryAssignment.objects.create(country=peru, **hands)
        with pytest.raises(IntegrityError), transaction.atomic():
            CountryAssignment.objects.create(country=peru, **hands)
    assert peru.assignments.count() == 3


def test_somebody_is_in_a_team_once_and_a_team_with_countries_stays(peru, latin_america: Team, person) -> None:
    TeamMember.objects.create(team=latin_america, person=person("ana"))
    with pytest.raises(IntegrityError), transaction.atomic():
        TeamMember.objects.create(team=latin_america, person=person("ana"))
    CountryAssignment.objects.create(country=peru, team=latin_america)
    with pytest.raises(IntegrityError), transaction.atomic():
        latin_america.delete()
