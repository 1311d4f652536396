"""Beginning an edition from what is on record: who, why, and what is never written over."""

from __future__ import annotations

import pytest
import time_machine

from countries.actions.profile_draft import begin_from_record, drafted, first_free_year
from countries.models import Country, CountryAssignment, CountryProfile, ProfileTheme
from editorial.actions.roles import ensure_roles
from editorial.models import Status, User
from editorial.rules.roles import RESEARCHER
from editorial.rules.transitions import Refused
from tests.factories.profiles import make_country

TODAY = "2026-11-30"


@pytest.fixture
def researcher(person) -> User:
    ensure_roles()
    return person("researcher", RESEARCHER)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def begin(country: Country, by: User, edition: int = 2026) -> CountryProfile:
    return begin_from_record(country=country, edition=edition, by=by, reason="The new edition begins")


def test_a_draft_is_begun_with_its_history_and_the_day_that_it_covers(peru, ban_policy, researcher) -> None:
    profile = begin(peru, researcher)
    assert (profile.status, profile.edition, profile.language) == (Status.DRAFT, 2026, "en")
    assert str(profile.covers_until) == "30 November 2026"
    assert profile.text == drafted(peru).text
    assert profile.text.startswith("## Policy\n\n")
    version = profile.history.get()
    assert (version.history_user, version.history_change_reason) == (researcher, "The new edition begins")
    assert not profile.releases.exists(), "nothing is published by itself"


def test_what_exists_is_never_written_over_not_even_what_was_withdrawn(
    peru, ban_policy, researcher, press
) -> None:
    profile = press.edition(peru, ban_policy, 2026).profile
    words = profile.text
    with pytest.raises(Refused, match="exists already and is left as it is"):
        begin(peru, researcher)
    assert CountryProfile.objects.get().text == words
    assert first_free_year(peru, 2026) == 2027
    assert begin(peru, researcher, 2027).edition == 2027
    assert first_free_year(peru, 2026) == 2028


def test_an_edition_of_a_year_before_the_records_day_is_refused(peru, ban_policy, researcher) -> None:
    with pytest.raises(Refused, match="of 2026 or later"):
        begin(peru, researcher, 2025)
    assert not CountryProfile.objects.exists()


def test_of_a_country_that_is_not_theirs_nothing_is_begun(peru, ban_policy, researcher, person) -> None:
    CountryAssignment.objects.create(person=researcher, country=make_country(1))
    with pytest.raises(Refused, match="Peru is not among the countries assigned to"):
        begin(peru, researcher)
    assert not CountryProfile.objects.exists()


def test_without_the_theme_nothing_is_begun(peru, researcher) -> None:
    with pytest.raises(Refused, match="load the reference data"):
        begin(peru, researcher)
    assert not ProfileTheme.objects.exists()


def test_whoever_comes_second_is_told_so_even_between_the_look_and_the_write(
    peru, ban_policy, researcher, monkeypatch
) -> None:
    begin(peru, researcher)
    monkeypatch.setattr("countries.actions.profile_draft.editions_there", lambda country: {})
    monkeypatch.setattr(CountryProfile, "full_clean", lambda self: None)
    with pytest.raises(Refused, match="a moment ago"):
        begin(peru, researcher)
    assert CountryProfile.objects.count() == 1
