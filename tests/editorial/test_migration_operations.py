"""What migrations of every app use: triggers that stay, tables made together, rows named for ever."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import OperationWriter
from django.db.utils import OperationalError

from editorial.migration_operations import STATEMENTS, CreateTogether, KeepingTriggers, NameRowsForEver

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


ROW, PART = (
    migrations.CreateModel("KeptRow", [("id", models.BigAutoField(primary_key=True))]),
    migrations.CreateModel(
        "KeptPart",
        [
            ("id", models.BigAutoField(primary_key=True)),
            ("row", models.ForeignKey("countries.keptrow", on_delete=models.CASCADE)),
        ],
    ),
)


def test_tables_made_together_refer_to_each_other() -> None:
    run(CreateTogether([ROW, PART]))
    try:
        with connection.cursor() as cursor:
            refers = connection.introspection.get_relations(cursor, "countries_keptpart")
        assert refers["row_id"][:2] == ("id", "countries_keptrow")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE countries_keptpart")
            cursor.execute("DROP TABLE countries_keptrow")


def test_tables_made_together_leave_the_state_to_be_made_once() -> None:
    state = ProjectState.from_apps(apps)
    assert state.apps
    CreateTogether([ROW, PART]).state_forwards("countries", state)
    assert "apps" not in state.__dict__
    assert state.apps.get_model("countries", "keptpart")._meta.get_field("row").related_model is not None


def test_tables_made_together_are_written_into_a_migration_one_by_one() -> None:
    assert CreateTogether([ROW]).deconstruct() == ("CreateTogether", [], {"tables": [ROW]})
    written, imports = OperationWriter(CreateTogether([ROW])).serialize()
    assert "migrations.CreateModel(" in written
    assert "import editorial.migration_operations" in imports


def test_rows_and_their_versions_are_named_apart_also_of_rows_that_are_gone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept_rows (id integer)")
        cursor.execute("CREATE TABLE kept_versions (history_id integer, id integer)")
        try:
            cursor.execute("INSERT INTO kept_rows VALUES (1), (2)")
            cursor.execute("INSERT INTO kept_versions VALUES (11, 1), (12, 2), (13, 3), (14, 1), (15, 3), (16, 4)")
            for statement in STATEMENTS[connection.vendor]:
                cursor.execute(statement.format(rows="kept_rows", versions="kept_versions"))
            cursor.execute("SELECT id, public_id FROM kept_rows")
            rows = {number: UUID(str(name)) for number, name in cursor.fetchall()}
            cursor.execute("SELECT history_id, public_id FROM kept_versions")
            versions = {number: UUID(str(name)) for number, name in cursor.fetchall()}
        finally:
            cursor.execute("DROP TABLE kept_rows")
            cursor.execute("DROP TABLE kept_versions")
    assert rows == {1: versions[11], 2: versions[12]}
    assert versions[14] == versions[11]
    assert versions[13] == versions[15]  # of a row that is gone
    assert len({*versions.values()}) == 4
    assert {name.version for name in versions.values()} == {4}


def test_naming_is_written_into_a_migration_with_its_tables() -> None:
    assert NameRowsForEver("country", "treaty").deconstruct() == ("NameRowsForEver", ["country", "treaty"], {})
