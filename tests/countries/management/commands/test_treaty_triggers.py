"""treaty_triggers says whether the triggers stand, and puts up again what is missing."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from countries.models.treaty_action_triggers import deviations, removal

pytestmark = pytest.mark.django_db


def run(**options: object) -> str:
    out = StringIO()
    call_command("treaty_triggers", stdout=out, **options)
    return out.getvalue()


def take_down() -> None:
    with connection.cursor() as cursor:
        for statement in removal(connection.vendor):
            cursor.execute(statement)


def test_as_migrated_they_stand() -> None:
    assert run() == "The triggers stand as the rules want them.\n"


def test_what_is_missing_is_named_with_the_remedy_and_nothing_is_changed() -> None:
    take_down()
    out = StringIO()
    with pytest.raises(
        CommandError, match=r"Put them up again with manage\.py treaty_triggers --restore"
    ) as refused:
        call_command("treaty_triggers", stdout=out)
    assert refused.value.returncode == 1
    assert out.getvalue().splitlines() == deviations(connection)
    assert deviations(connection) != []


def test_restored_they_stand_again() -> None:
    take_down()
    assert run(restore=True).endswith("The triggers stand as the rules want them.\n")
    assert deviations(connection) == []
    assert run() == "The triggers stand as the rules want them.\n"
