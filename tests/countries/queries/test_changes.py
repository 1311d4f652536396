"""Which rows of changes are about a state."""

from __future__ import annotations

import pytest
from django.db.models import Q

from countries.models import Country, CountryName, GroupMembership, StateGroup
from countries.queries.changes import about_state, last_change_of, naming_a_state
from editorial.models import ChangeSet, recording
from editorial.queries.public_changes import public_changes
from tests.factories.changes import changing, confirmed, proposed
from tests.factories.meetings import make_country, make_meeting, make_source
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db


def about(country: Country) -> list[ChangeSet]:
    where: Q = about_state(country)
    return list(public_changes(where))


def test_its_own_row_its_parts_and_its_facts(peru: Country) -> None:
    chile = make_country("CHL", "Chile")
    act = make_act(peru, "signature", "2008-12-03", source=make_source("un-list"))
    expected = [
        confirmed(changing(peru, name="Perù")),
        confirmed(lambda: CountryName.objects.create(country=peru, name="Pérou", kind="also", source=act.source)),
        confirmed(changing(act, place="Oslo")),
    ]
    confirmed(changing(chile, name="Cile"))
    assert about(peru) == expected[::-1]
    assert last_change_of(peru) == expected[-1].decided_at


def test_a_fact_that_was_moved_to_another_state_is_about_both(peru: Country) -> None:
    chile = make_country("CHL", "Chile")
    moved = confirmed(
        changing(make_act(peru, "signature", "2008-12-03", source=make_source("un-list")), country=chile)
    )
    assert about(peru) == about(chile) == [moved]


def test_a_row_that_cannot_be_without_a_state_is_about_it(peru: Country) -> None:
    with recording(by=None, reason="Made for a test"):
        group = StateGroup.objects.create(slug="core-group", name="Core Group", source=make_source("un-list"))
    joined = confirmed(lambda: GroupMembership.objects.create(group=group, country=peru))
    assert about(peru) == [joined]
    assert set(naming_a_state()) == {
        "countries.countryname",
        "countries.groupmembership",
        "countries.nameinlanguage",
        "meetings.absence",
        "meetings.attendance",
        "meetings.resolutionsponsor",
        "stockpiles.munitionorigin",
    }


def test_where_a_meeting_was_held_is_not_about_the_state(peru: Country) -> None:
    confirmed(changing(make_meeting(country=peru), city="Lima"))
    assert about(peru) == []
    assert last_change_of(peru) is None


def test_what_is_only_proposed_changes_nothing(peru: Country) -> None:
    proposed(changing(peru, name="Perù"))
    assert last_change_of(peru) is None
