"""A migration that copies a table keeps the triggers of the database."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState
from django.db.utils import OperationalError

from editorial.migration_operations import KeepingTriggers

pytestmark = pytest.mark.django_db(transaction=True)

WIDER = migrations.AlterField("treaty", "short_name", models.CharField(max_length=77, unique=True))
WIDER_ACT = migrations.AlterField("treatyaction", "kind", models.CharField(max_length=77))


def standing() -> dict[str, str]:
    question = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname, pg_get_triggerdef(oid, true) FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(question)
        return dict(cursor.fetchall())


def run(operation: migrations.operations.base.Operation, backwards: bool = False) -> None:
    old = ProjectState.from_apps(apps)
    new = old.clone()
    operation.state_forwards("countries", new)
    with connection.schema_editor() as editor:
        if backwards:
            operation.database_backwards("countries", editor, new, old)
        else:
            operation.database_forwards("countries", editor, old, new)


def test_every_trigger_stands_as_before_forwards_and_backwards() -> None:
    before = standing()
    assert any(name.startswith("countries_treatyaction_order") for name in before)
    kept = KeepingTriggers(WIDER, WIDER_ACT)
    run(kept)
    assert standing() == before
    run(kept, backwards=True)
    assert standing() == before


def test_without_it_sqlite_would_lose_them_or_fail() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL copies no table and keeps its triggers")
    before = standing()
    with pytest.raises(OperationalError, match="error in trigger"):
        run(WIDER)
    assert standing() == before


def test_it_is_written_into_a_migration_as_what_it_holds() -> None:
    name, given, _ = KeepingTriggers(WIDER).deconstruct()
    assert (name, given) == ("KeepingTriggers", [WIDER])
