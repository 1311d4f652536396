"""What migrations of every app use. A migration that exists keeps its meaning: nothing here knows any table or rule."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel, SeparateDatabaseAndState
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class KeepingTriggers(SeparateDatabaseAndState):
    """Operations after which every trigger of the database stands as it stood before them.

    To change a table, SQLite copies it: the triggers of the old one are lost, and those of other tables that name it
    make the copy fail. PostgreSQL keeps them by itself. A migration that is to change a trigger says so in an
    operation of its own, beside this one.
    """

    def __init__(self, *operations: Operation) -> None:
        super().__init__(database_operations=operations, state_operations=operations)

    def deconstruct(self) -> Any:
        return type(self).__name__, [*self.database_operations], {}

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        standing = _taken_down(schema_editor)
        super().database_forwards(app_label, schema_editor, from_state, to_state)
        _put_up(schema_editor, standing)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        standing = _taken_down(schema_editor)
        super().database_backwards(app_label, schema_editor, from_state, to_state)
        _put_up(schema_editor, standing)


def _taken_down(schema_editor: BaseDatabaseSchemaEditor) -> list[str]:
    """Removes every trigger of an SQLite database and returns the statements that made them."""
    if schema_editor.connection.vendor != "sqlite":
        return []
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid")
        standing = dict(cursor.fetchall())
    for name in standing:
        schema_editor.execute(f"DROP TRIGGER {schema_editor.quote_name(name)}", params=None)
    return list(standing.values())


def _put_up(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement, params=None)


class CreateTogether(Operation):
    """Several tables at once, each after those to which it refers.

    One after the other, Django would make the state of all related models anew for each of them, which for a hundred
    tables costs more than making the tables. It cannot be undone: what begins so begins with an empty database.
    """

    reversible = False
    serialization_expand_args = ["tables"]

    def __init__(self, tables: list[CreateModel]) -> None:
        self.tables = tables

    def deconstruct(self) -> Any:
        return type(self).__name__, [], {"tables": self.tables}

    def describe(self) -> str:
        return f"Create {len(self.tables)} tables"

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # made anew once, when it is next asked for
        for table in self.tables:
            table.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for table in self.tables:
            table.database_forwards(app_label, schema_editor, from_state, to_state)


class NameRowsForEver(Operation):
    """Gives every row of some tracked tables a public id, the same to all its versions, and these ``confirmed_by``.

    One operation for all tables of an app, which writes its own statements: Django would make the state of all
    models anew, and on SQLite copy the table, for each of some two hundred columns. A column added with a default
    that Python calls would moreover give all rows of a table one and the same id. Versions of a row that exists no
    longer share an id as well. It cannot be undone: names once given are printed elsewhere.
    """

    reversible = False

    def __init__(self, *names: str) -> None:
        self.names = names

    def deconstruct(self) -> Any:
        return type(self).__name__, [*self.names], {}

    def describe(self) -> str:
        return "Name every row for ever, and keep who confirmed a version"

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        for name in self.names:
            _add_to_state(state, (app_label, name), "public_id", _public_id(unique=True))
            past = (app_label, f"historical{name}")
            _add_to_state(state, past, "public_id", _public_id(unique=False))
            _add_to_state(state, past, "confirmed_by", _confirmed_by())
        state.__dict__.pop("apps", None)  # made anew once, when it is next asked for

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: object, to_state: ProjectState
    ) -> None:
        for name in self.names:
            live, past = (to_state.apps.get_model(app_label, n) for n in (name, f"historical{name}"))
            for statement in STATEMENTS[schema_editor.connection.vendor]:
                named = statement.format(rows=live._meta.db_table, versions=past._meta.db_table)
                schema_editor.execute(named, params=None)
            schema_editor.add_field(past, past._meta.get_field("confirmed_by"))


def _public_id(*, unique: bool) -> models.Field[Any, Any]:
    words = "Names the row for ever, in whichever database; its number does not."
    return models.UUIDField(
        default=uuid.uuid4, unique=unique, db_index=not unique, editable=False, help_text=words
    )


def _confirmed_by() -> models.Field[Any, Any]:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The second person, who confirmed the change set that wrote this version.",
    )


def _add_to_state(state: ProjectState, key: tuple[str, str], name: str, field: models.Field[Any, Any]) -> None:
    """As ProjectState.add_field, which makes all related models anew each time."""
    state.models[key].fields[name] = field
    if getattr(state, "_relations", None) is not None:
        state.resolve_model_field_relations(key, name, field)


_NEW_SQLITE_ID = (  # a random UUID, version 4
    "lower(hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) || substr('89AB', 1 + abs(random() % 4), 1)"
    " || substr(hex(randomblob(2)), 2) || hex(randomblob(6)))"
)
_COPY = (  # a row's id to its versions; of a row that is gone, to the first version, and from it to the others
    "UPDATE {{versions}} SET public_id = r.public_id FROM {{rows}} r WHERE r.id = {{versions}}.id",
    "UPDATE {{versions}} SET public_id = {new_id} WHERE history_id IN"
    " (SELECT MIN(history_id) FROM {{versions}} WHERE {empty} GROUP BY id)",
    "UPDATE {{versions}} SET public_id = v.public_id FROM {{versions}} v"
    " WHERE v.id = {{versions}}.id AND {{versions}}.{empty} AND NOT v.{empty}",
)
STATEMENTS = {
    "postgresql": (
        "ALTER TABLE {rows} ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid()",  # one a row
        "ALTER TABLE {rows} ALTER COLUMN public_id DROP DEFAULT",
        "ALTER TABLE {versions} ADD COLUMN public_id uuid",
        *(line.format(new_id="gen_random_uuid()", empty="public_id IS NULL") for line in _COPY),
        "ALTER TABLE {versions} ALTER COLUMN public_id SET NOT NULL",
        "ALTER TABLE {rows} ADD UNIQUE (public_id)",
        "CREATE INDEX ON {versions} (public_id)",
    ),
    "sqlite": (
        "ALTER TABLE {rows} ADD COLUMN public_id char(32) NOT NULL DEFAULT ''",
        "UPDATE {rows} SET public_id = " + _NEW_SQLITE_ID,  # noqa: S608
        "ALTER TABLE {versions} ADD COLUMN public_id char(32) NOT NULL DEFAULT ''",
        *(line.format(new_id=_NEW_SQLITE_ID, empty="public_id = ''") for line in _COPY),
        "CREATE UNIQUE INDEX {rows}_public_id ON {rows} (public_id)",
        "CREATE INDEX {versions}_public_id ON {versions} (public_id)",
    ),
}
