"""The test database, migrated once and copied from then on: migrating costs seconds of computing, a copy none.

What was migrated is kept as a file in ``var/testing``, or as a database of the same PostgreSQL server, under a name made
from everything that a migration can read. A copy is still handed to ``migrate``, which finds nothing to do but renews
what follows from today's code: content types, permissions, roles and triggers.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection

CREATION: Any = connection.creation  # Django names what is asked of it here with an underscore, and keeps it
FOLDER = Path(settings.VAR_DIR) / "testing"
PREFIX = "migrated_" + hashlib.sha256(str(settings.BASE_DIR).encode()).hexdigest()[:8]
READ_BY_MIGRATIONS = (
    "*/migrations/*.py",
    "*/migration_operations.py",
    "*/rules/*.py",
    "*/texts/*.py",
    "*/search/*.py",
    "requirements.txt",
)


def copy() -> None:
    """Put a freshly migrated database in the place of the test database."""
    with alone():
        made = make_if_missing()
        name = CREATION._get_test_db_name()
        if connection.vendor == "sqlite":
            for suffix in ("", "-wal", "-shm"):
                Path(name + suffix).unlink(missing_ok=True)
            shutil.copyfile(FOLDER / made, name)
        else:
            on_the_server(f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}" TEMPLATE "{made}"')


def make_if_missing() -> str:
    """The name of what was migrated as the migrations are now; older ones of this checkout are thrown away."""
    name = f"{PREFIX}_{fingerprint()}"
    before = kept()
    if name not in before:
        for old in before:
            throw_away(old)
        migrate(f"{name}_half")
        rename(f"{name}_half", name)
    return name


def fingerprint(patterns: Sequence[str] = READ_BY_MIGRATIONS) -> str:
    """A word for everything that stands in the files of these patterns."""
    named = {path for pattern in patterns for path in Path(settings.BASE_DIR).glob(pattern)}
    found = sorted(path for path in named if path.is_file() and path.suffix != ".pyc")
    told = hashlib.sha256()
    for path in found:
        told.update(f"{path.relative_to(settings.BASE_DIR)}\n".encode() + path.read_bytes())
    return told.hexdigest()[:16]


@contextmanager
def alone(what: str = "") -> Iterator[None]:
    """One process at a time: the others wait until it is made, and copy it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"lock{what}").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def kept() -> list[str]:
    if connection.vendor == "sqlite":
        return [path.name for path in FOLDER.glob(f"{PREFIX}_*")]
    with CREATION._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
        return [name for (name,) in cursor.fetchall()]


def throw_away(name: str) -> None:
    if connection.vendor == "sqlite":
        (FOLDER / name).unlink(missing_ok=True)
    else:
        on_the_server(f'DROP DATABASE IF EXISTS "{name}"')


def migrate(name: str) -> None:
    """Make the database of that name and bring it to the last migration."""
    kept_name, path = connection.settings_dict["NAME"], str(FOLDER / name)
    connection.close()
    if connection.vendor == "postgresql":
        on_the_server(f'CREATE DATABASE "{name}"')
    try:
        connection.settings_dict["NAME"] = path if connection.vendor == "sqlite" else name
        call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    finally:
        close()
        connection.settings_dict["NAME"] = kept_name


def rename(old: str, new: str) -> None:
    if connection.vendor == "sqlite":
        (FOLDER / old).rename(FOLDER / new)
    else:
        on_the_server(f'ALTER DATABASE "{old}" RENAME TO "{new}"')


def close() -> None:
    connection.close()
    pool: Any = getattr(connection, "close_pool", None)
    if pool:
        pool()


def on_the_server(*statements: str) -> None:
    with CREATION._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
