"""The groups of the team have exactly the permissions of their roles."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission

from editorial.actions.roles import ensure_roles
from editorial.rules.roles import ADMINISTRATORS_ONLY, EDITOR, PUBLISHER, READ_ONLY, RESEARCHER, VERBS

pytestmark = pytest.mark.django_db


@pytest.fixture
def roles() -> dict[str, set[str]]:
    ensure_roles()
    return {
        role: set(Group.objects.get(name=role).permissions.values_list("codename", flat=True)) for role in VERBS
    }


@pytest.mark.parametrize(
    ("verb", "may"),
    [
        ("view", {READ_ONLY, RESEARCHER, EDITOR, PUBLISHER}),
        ("add", {RESEARCHER, EDITOR, PUBLISHER}),
        ("change", {RESEARCHER, EDITOR, PUBLISHER}),
        ("delete", {RESEARCHER, EDITOR, PUBLISHER}),
        ("review", {EDITOR, PUBLISHER}),
        ("publish", {PUBLISHER}),
        ("withdraw", {PUBLISHER}),
    ],
)
def test_who_may_do_what_to_a_profile(roles, verb: str, may: set[str]) -> None:
    assert {role for role, allowed in roles.items() if f"{verb}_countryprofile" in allowed} == may


@pytest.mark.parametrize("table", sorted(ADMINISTRATORS_ONLY))
def test_tables_in_which_a_mistake_moves_every_page_are_read_only(roles, table: str) -> None:
    for role, allowed in roles.items():
        assert {one for one in allowed if one.endswith(f"_{table}")} == {f"view_{table}"}, role


def test_a_release_and_the_past_are_read_by_everybody_and_written_by_nobody(roles) -> None:
    for role, allowed in roles.items():
        for table in ("profilerelease", "statementrelease", "historicalstatement"):
            assert {one for one in allowed if one.endswith(f"_{table}")} == {f"view_{table}"}, role


def test_nobody_of_the_team_writes_accounts_or_the_audit_log(roles) -> None:
    for allowed in roles.values():
        assert not {
            one for one in allowed if one.endswith(("_user", "_group", "_auditentry")) and "view" not in one
        }


def test_repeated_it_takes_away_what_was_given_by_hand_and_gives_back_what_was_taken(roles) -> None:
    group = Group.objects.get(name=READ_ONLY)
    group.permissions.set(Permission.objects.filter(codename="publish_countryprofile"))
    ensure_roles()
    assert set(group.permissions.values_list("codename", flat=True)) == roles[READ_ONLY]
    assert Group.objects.filter(name=READ_ONLY).count() == 1
