"""Groups of states and their members."""

from pathlib import Path

import pytest

from countries.importing.state_group import GROUP_MEMBERSHIPS, STATE_GROUPS
from countries.models import GroupMembership, StateGroup
from tests.factories.sheets import load_file, read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def test_the_core_group_has_the_members_that_its_source_names() -> None:
    group = StateGroup.objects.get(slug="core-group")
    assert GroupMembership.objects.filter(group=group, country__iso3="PER").exists()
    assert GroupMembership.objects.filter(group=group).count() == 7


def test_a_size_that_no_source_states_stays_empty() -> None:
    row = {"slug": "friends", "name": "Friends", "description": "", "stated_size": "", "source": "A letter"}
    (made,) = read_row(STATE_GROUPS, row)
    assert made.values["stated_size"] is None


def test_a_member_of_an_unknown_group_is_refused(tmp_path: Path) -> None:
    head = "group,iso3,role,since,until,source\n"
    (tmp_path / "group_memberships.csv").write_text(f"{head}friends,PER,,,,A letter\n", encoding="utf-8")
    (refused,) = load_file(GROUP_MEMBERSHIPS, tmp_path).refused
    assert str(refused).startswith(
        "group_memberships.csv, line 2, group: “friends”. No state group has this name."
    )
