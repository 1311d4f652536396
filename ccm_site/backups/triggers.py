"""Rows of a backup are written without the triggers of their tables, which look at the order of writing; these stand
again afterwards as they stood, in the words in which the database keeps them.

The state was allowed where it was written: whoever brings in another archive than its own is told by its hashes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def without_triggers() -> Iterator[None]:
    """Inside a transaction. Whoever writes inside sees to it that what the database checks at the end of a transaction is
    checked before the end of this block: PostgreSQL changes no table for which a check still waits."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            standing = _taken_down(cursor)
            yield
            for statement in standing:
                cursor.execute(statement)
        else:
            tables = _with_triggers(cursor)
            _each(cursor, tables, "DISABLE")
            yield
            _each(cursor, tables, "ENABLE")


def _taken_down(cursor: Any) -> list[str]:
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid")
    standing = dict(cursor.fetchall())
    for name in standing:
        cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
    return list(standing.values())


def _with_triggers(cursor: Any) -> list[str]:
    cursor.execute(
        "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relnamespace = current_schema()::regnamespace"
    )
    return [name for (name,) in cursor.fetchall()]


def _each(cursor: Any, tables: list[str], verb: str) -> None:
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} {verb} TRIGGER USER")
