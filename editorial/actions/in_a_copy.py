"""Trying what takes minutes without keeping anybody from writing meanwhile."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

from django.db import DEFAULT_DB_ALIAS, connection, connections


@contextmanager
def in_a_copy() -> Iterator[None]:
    """What is done inside is done in a copy of the database, which is thrown away: only what it answers is left.

    SQLite lets one write at a time, so that a trial of minutes would stop the desk; its copy is a file, made in a moment. On
    PostgreSQL a transaction that is undone is as good and stands in nobody's way, so there, and inside a transaction, this
    changes nothing. For this thread alone: others go on with the database itself.
    """
    here: Any = connection
    if here.vendor != "sqlite" or here.in_atomic_block:
        yield
        return
    real: Any = connections[DEFAULT_DB_ALIAS]
    with tempfile.TemporaryDirectory(prefix="monitor-copy-") as folder:
        path = str(Path(folder) / "copy.sqlite3")
        real.ensure_connection()
        with closing(sqlite3.connect(path)) as made:
            cast(sqlite3.Connection, real.connection).backup(made)
        copy = type(real)({**real.settings_dict, "NAME": path}, alias=DEFAULT_DB_ALIAS)
        connections[DEFAULT_DB_ALIAS] = copy
        try:
            yield
        finally:
            connections[DEFAULT_DB_ALIAS] = real
            copy.close()
