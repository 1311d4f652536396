"""People with the same form open learn of each other, until the form is closed or falls silent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from countries.models import Country
from editorial.actions.presence import leave, note_presence, place_of
from editorial.models import FormPresence, User
from tests.factories.profiles import make_country

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def ana(person) -> User:
    return person("ana")


@pytest.fixture
def ben(person) -> User:
    return person("ben")


def others(record: Country, by: User, at: datetime = NOON) -> list[str]:
    return [one.user.username for one in note_presence(record=record, by=by, at=at)]


def test_the_second_learns_of_the_first_and_the_first_of_the_second(peru: Country, ana: User, ben: User) -> None:
    assert others(peru, ana) == []
    assert others(peru, ben, NOON + timedelta(seconds=10)) == ["ana"]
    assert others(peru, ana, NOON + timedelta(seconds=30)) == ["ben"]


def test_whoever_came_first_is_named_first(peru: Country, ana: User, ben: User, person) -> None:
    others(peru, ben)
    others(peru, ana, NOON + timedelta(seconds=1))
    assert others(peru, person("eva"), NOON + timedelta(seconds=2)) == ["ben", "ana"]


@pytest.mark.parametrize(("silent", "still_there"), [(90, ["ana"]), (90.001, [])])
def test_after_ninety_seconds_of_silence_somebody_is_gone(peru, ana, ben, silent: float, still_there) -> None:
    others(peru, ana)
    assert others(peru, ben, NOON + timedelta(seconds=silent)) == still_there


def test_saying_so_again_keeps_the_moment_of_opening(peru: Country, ana: User, ben: User) -> None:
    others(peru, ana)
    others(peru, ana, NOON + timedelta(seconds=60))
    (seen,) = note_presence(record=peru, by=ben, at=NOON + timedelta(seconds=120))
    assert (seen.opened_at, seen.seen_at) == (NOON, NOON + timedelta(seconds=60))
    assert FormPresence.objects.count() == 2


def test_closing_a_form_leaves_that_form_alone(peru: Country, ana: User, ben: User) -> None:
    chile = make_country(1)
    for record in (peru, chile):
        others(record, ana)
    leave(record=peru, by=ana)
    assert others(peru, ben) == []
    assert others(chile, ben) == ["ana"]


def test_records_of_two_tables_with_one_number_are_two_places(draft) -> None:
    assert place_of(draft) == f"countries.countryprofile-{draft.pk}"
    assert place_of(draft.country) == f"countries.country-{draft.country_id}"
