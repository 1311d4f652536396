"""Groups at the desk: whether the members recorded are as many as the source says."""

from __future__ import annotations

import pytest
from django.urls import reverse

from countries.admin.state_group import StateGroupAdmin
from countries.models import GroupMembership, StateGroup
from editorial.models import recording
from tests.editorial.admin.sent import sent_by
from tests.factories.profiles import make_country

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]
LIST = reverse("admin:countries_stategroup_changelist")


def group(stated: int | None, members: int) -> StateGroup:
    with recording(by=None, reason="Made for a test"):
        made = StateGroup.objects.create(slug="core-group", name="Core Group", stated_size=stated)
        for number in range(members):
            GroupMembership.objects.create(group=made, country=make_country(number))
    return made


@pytest.mark.parametrize(
    ("stated", "members", "agrees"),
    [(2, 2, True), (7, 2, False), (2, 3, False), (None, 2, None), (7, 0, None)],
)
def test_members_recorded_beside_the_number_of_the_source(at_desk, stated, members: int, agrees) -> None:
    """A set known by number alone, and one that no source counts, neither agree nor disagree."""
    group(stated, members)
    (row,) = at_desk().get(LIST).context["cl"].result_list
    assert row.member_count == members
    assert StateGroupAdmin.agrees(None, row) is agrees


def test_a_group_is_found_by_name(at_desk) -> None:
    made = group(7, 1)
    assert list(at_desk().get(LIST, {"q": "core"}).context["cl"].result_list) == [made]
    assert list(at_desk().get(LIST, {"q": "arab"}).context["cl"].result_list) == []


def test_a_member_is_entered_with_the_group_as_one_change_and_only_once(at_desk, peru, sources) -> None:
    made = group(1, 0)
    made.source = sources[0]
    made.save()
    client, where = at_desk(), reverse("admin:countries_stategroup_change", args=[made.pk])
    values = sent_by(client.get(where))
    member = {"memberships-0-country": peru.pk, "memberships-0-role": "initiator", "memberships-0-group": made.pk}
    client.post(
        where, values | member | {"memberships-TOTAL_FORMS": "1", "stated_size": "7", "reason": "By Norway"}
    )
    row = made.memberships.get()
    assert (str(row), row.role) == ("Peru in Core Group", "initiator")
    assert row.history.get().change_id == made.history.first().change_id
    again = {name.replace("-0-", "-1-"): value for name, value in member.items()}
    twice = client.post(
        where, sent_by(client.get(where)) | again | {"memberships-TOTAL_FORMS": "2", "reason": "x"}
    )
    assert "listed in this group already" in twice.content.decode() or "duplicate" in twice.content.decode()
    assert made.memberships.count() == 1
