"""Whether every way through the migrations ends at the same database. Run by hand, some minutes for each kind:

    python -m tests.stress.migrating                                            on SQLite
    DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres python -m …        on PostgreSQL, with pg_dump

At once, by the squashed migrations; by all steps; by the steps of the last app alone, which was under way while the others
had come to their last. Compared are the schema, but for the order of columns, and the number of rows in every table.
Databases of the name ``migrating_scratch`` are made and thrown away. Printed is what differs from the first way.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django

NAME = "migrating_scratch"
APPS = ("editorial", "countries", "meetings", "stockpiles", "impact")
#: What earlier steps left behind and nothing uses: the steps make it, the beginning does not.
LEFT_BEHIND = "unaccent"


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccm_site.settings.development")
    django.setup()
    ways: dict[str, Callable[[], None]] = {
        "at once": lambda: None,
        "all steps": lambda: go_to(dict.fromkeys(APPS, 0)),
        "the last app under way": lambda: go_to({app: 3 if app == APPS[-1] else -1 for app in APPS}),
    }
    ends = {name: end_of(name, before) for name, before in ways.items()}
    first = ends["at once"]
    for name, end in ends.items():
        for line in sorted(first ^ end):
            print(f"{name}: {'missing' if line in first else 'only here'}: {line}")
    return 0 if all(end == first for end in ends.values()) else 1


def go_to(steps: dict[str, int]) -> None:
    """Take the steps of each app up to the one of that number, as if nothing replaced them."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.db.migrations.loader import MigrationLoader

    executor = MigrationExecutor(connection)
    executor.loader = MigrationLoader(connection, replace_migrations=False)
    replaced = {one.app_label: one.replaces for one in executor.loader.replacements.values()}
    executor.migrate([replaced[app][number] for app, number in steps.items()])


def end_of(name: str, before: Callable[[], None]) -> set[str]:
    from django.core.management import call_command

    with scratch():
        began = time.process_time()
        before()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("migrate", check_unapplied=True, verbosity=0)  # leaves with an error if anything is to come
        print(f"{name}: {time.process_time() - began:.1f} s of this process", flush=True)
        return schema() | rows()


@contextmanager
def scratch() -> Iterator[None]:
    """An empty database in the place of the one that the settings name."""
    from django.db import connection

    from tests.prepared_database import close, on_the_server

    kept = connection.settings_dict["NAME"]
    connection.close()
    with tempfile.TemporaryDirectory() as folder:
        drop = f"DROP DATABASE IF EXISTS {NAME}"
        if connection.vendor == "postgresql":
            on_the_server(drop, f"CREATE DATABASE {NAME}")
        try:
            connection.settings_dict["NAME"] = (
                NAME if connection.vendor == "postgresql" else str(Path(folder, NAME))
            )
            yield
        finally:
            close()
            connection.settings_dict["NAME"] = kept
            if connection.vendor == "postgresql":
                on_the_server(drop)


def schema() -> set[str]:
    """Every table, column, key, index, trigger and function, by a line or more that does not depend on order."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
            return {f"{name}: {sorted(sql.split(','))}" for name, sql in cursor.fetchall()}
    told = connection.settings_dict
    dumped = subprocess.run(
        ["pg_dump", "-s", "-O", "-h", told["HOST"], "-p", str(told["PORT"]), "-U", told["USER"], NAME],
        env=os.environ | {"PGPASSWORD": told["PASSWORD"]},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    statements = (one.strip() for one in dumped.split(";\n"))
    return {
        "\n".join(sorted(line.rstrip(",") for line in one.splitlines() if not line.startswith(("--", "\\"))))
        for one in statements
        if LEFT_BEHIND not in one
    }


def rows() -> set[str]:
    """How many rows each table has, but for the list of migrations itself and what SQLite keeps for itself."""
    from django.db import connection

    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor)) - {"django_migrations", "sqlite_sequence"}
        counted = {}
        for table in tables:
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
            counted[table] = cursor.fetchone()[0]
    return {f"{table}: {number} rows" for table, number in counted.items()}


if __name__ == "__main__":
    sys.exit(main())
