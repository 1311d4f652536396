"""Whether the database is what this version of the code expects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import cast

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from countries.models.treaty_action_triggers import deviations

from .condition import Condition, bad, good

FULL_TEXT = {"editorial_searchterms_new", "editorial_searchterms_old", "editorial_searchterms_both"}
"""The triggers by which SQLite keeps its index of the full text."""


def migrations(at: datetime) -> Iterator[Condition]:
    """None is missing."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        first = ", ".join(str(migration) for migration, _ in plan[:3])
        yield bad("migrations", f"{len(plan)} are missing, {first} first", "manage.py migrate")
    else:
        yield good("migrations", "none is missing")


def triggers(at: datetime) -> Iterator[Condition]:
    """The database itself refuses impossible orders of treaty acts."""
    found = deviations(connection)
    for one in found:
        yield bad("triggers", one, "manage.py treaty_triggers --restore")
    if not found:
        yield good("triggers", "those on treaty acts stand as the rules want them")


def abilities(at: datetime) -> Iterator[Condition]:
    """What is asked of the database beside tables: full text, temporary tables, Unicode."""
    if connection.vendor == "sqlite":
        yield from _of_sqlite()
    else:
        yield from _of_postgresql()


def _of_sqlite() -> Iterator[Condition]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')")
        has_full_text = bool(cursor.fetchone()[0])
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        missing = FULL_TEXT - {name for (name,) in cursor.fetchall()}
    if not has_full_text:
        yield bad("database", "this SQLite has no full-text search (FTS5)", "Take a Python whose SQLite has it.")
    elif missing:
        lost = ", ".join(sorted(missing))
        yield bad("database", f"the full text is not kept: {lost} is missing", "Restore a backup into a new file.")
    elif journal not in ("wal", "memory"):
        yield bad(
            "database", f"the journal is “{journal}”: readers wait for writers", "PRAGMA journal_mode=WAL, once."
        )
    else:
        yield good("database", "SQLite with full-text search and a write-ahead log")


def _of_postgresql() -> Iterator[Condition]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version_num')::int / 10000, "
            "has_database_privilege(current_database(), 'TEMPORARY'), "
            "(SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()), "
            "to_regclass('editorial_searchentry') IS NULL OR EXISTS (SELECT 1 FROM information_schema.columns "
            "WHERE table_name = 'editorial_searchentry' AND column_name = 'words')"
        )
        version, may_make_temporary, encoding, has_full_text = cast(tuple[int, bool, str, bool], cursor.fetchone())
    if not may_make_temporary:
        yield bad(
            "database",
            "the account may make no temporary tables",
            "GRANT TEMPORARY ON DATABASE … TO …",
        )
    if encoding != "UTF8":
        yield bad(
            "database", f"its encoding is {encoding}", "createdb --encoding=UTF8, and restore a backup into it."
        )
    if not has_full_text:
        yield bad(
            "database", "the column of the full text is missing", "Restore a backup into a migrated database."
        )
    if may_make_temporary and encoding == "UTF8" and has_full_text:
        yield good("database", f"PostgreSQL {version} with full text and temporary tables; it needs no extensions")
