"""Groups of states: members only where a source names them, each once, for a time in the right order."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Country, GroupMembership, StateGroup
from editorial.models import recording
from editorial.rules.partial_date import PartialDate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


@pytest.fixture
def core_group() -> StateGroup:
    return StateGroup.objects.create(slug="core-group", name="Core Group", stated_size=7)


def member(core_group: StateGroup, peru: Country, since: str = "", until: str = "") -> GroupMembership:
    days = {name: PartialDate.parse(day) for name, day in (("since", since), ("until", until)) if day}
    return GroupMembership(group=core_group, country=peru, **days)


def test_its_place_is_on_the_page_of_groups(core_group: StateGroup) -> None:
    assert core_group.get_absolute_url() == "/groups/#core-group"


def test_a_set_known_by_number_alone_has_no_members(core_group: StateGroup) -> None:
    assert (core_group.stated_size, core_group.memberships.count()) == (7, 0)


def test_a_state_is_listed_once(core_group: StateGroup, peru: Country) -> None:
    member(core_group, peru).save()
    assert str(core_group.memberships.get()) == "Peru in Core Group"
    with pytest.raises(ValidationError, match="It is listed in this group already"):
        member(core_group, peru).full_clean()


@pytest.mark.parametrize(
    ("since", "until"), [("2007", ""), ("", "2008"), ("2007-02-22", "2007-02-22"), ("2007", "2008")]
)
def test_a_membership_may_have_a_time(core_group: StateGroup, peru: Country, since: str, until: str) -> None:
    member(core_group, peru, since, until).full_clean()


def test_a_membership_begins_before_it_ends(core_group: StateGroup, peru: Country) -> None:
    with pytest.raises(ValidationError, match="begins before it ends"):
        member(core_group, peru, "2008-12-03", "2008-12-02").full_clean()
    with pytest.raises(IntegrityError, match="begins_before_it_ends"), transaction.atomic():
        member(core_group, peru, "2008-12-03", "2008-12-02").save()


def test_a_group_goes_with_its_memberships_and_the_state_stays(core_group: StateGroup, peru: Country) -> None:
    member(core_group, peru).save()
    core_group.delete()
    assert not GroupMembership.objects.exists()
    assert Country.objects.get() == peru
