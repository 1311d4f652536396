"""A missing trigger is seen by Django's check of the database, by check_facts, and mended by one command."""

from __future__ import annotations

from datetime import date
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import connection

from countries.apps import FORMERLY_WITHOUT_TRIGGERS, _make_way
from countries.checks import MADE_BY, check_triggers, triggers_stand
from countries.models.treaty_action_triggers import deviations, take_down

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 3)


def test_while_they_stand_nothing_is_said() -> None:
    assert triggers_stand(databases=["default"]) == []
    assert list(check_triggers(TODAY)) == []


def test_where_one_is_missing_the_check_of_the_database_says_how_to_mend_it() -> None:
    take_down(connection)
    warnings = [one for one in run_checks(databases=["default"]) if one.id == "countries.W001"]
    assert [one.msg for one in warnings] == deviations(connection) != []
    assert "manage.py treaty_triggers --restore" in (warnings[0].hint or "")
    assert triggers_stand(databases=[]) == triggers_stand() == []


def test_a_database_whose_migrations_are_still_to_come_is_left_alone() -> None:
    take_down(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = %s AND name = %s", MADE_BY)
    assert triggers_stand(databases=["default"]) == []


def test_check_facts_finds_it() -> None:
    take_down(connection)
    with pytest.raises(CommandError):
        call_command("check_facts", only="treaty-triggers", stdout=StringIO())
    assert "treaty_triggers --restore" in next(iter(check_triggers(TODAY))).message


def test_the_command_reports_and_mends() -> None:
    take_down(connection)
    with pytest.raises(CommandError, match="--restore"):
        call_command("treaty_triggers", stdout=StringIO())
    said = StringIO()
    call_command("treaty_triggers", restore=True, stdout=said)
    assert said.getvalue().splitlines()[-1] == "The triggers stand as the rules want them."
    call_command("treaty_triggers", stdout=StringIO())
    assert deviations(connection) == []


@pytest.mark.parametrize(("plan", "stand"), [([(FORMERLY_WITHOUT_TRIGGERS, False)], False), ([], True)])
def test_an_sqlite_database_from_before_is_made_ready_for_the_migration_that_copies_the_table(plan, stand) -> None:
    steps = [(SimpleNamespace(app_label=app, name=name), backwards) for (app, name), backwards in plan]
    _make_way(using="default", plan=steps)
    assert (deviations(connection) == []) is (stand or connection.vendor == "postgresql")
