"""What migrations of every app use. A migration that exists keeps its meaning: nothing here knows any table or rule."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import SeparateDatabaseAndState
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
