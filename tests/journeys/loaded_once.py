"""Data that every journey of a module starts from: loaded for the first, copied for the others.

A journey commits, so the database is emptied after each; loading it again from the files would take longer than the
journey. What stands in the database after the first load is kept in memory, whole, and put back page by page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from countries.models import Country

_kept: dict[str, sqlite3.Connection] = {}


def loaded_once(name: str, load: Callable[[], None]) -> None:
    """Fill the empty database as ``load`` does. PostgreSQL, on which no journey runs by default, loads each time."""
    assert not Country.objects.exists(), "What stands here already would be kept, or lost."
    if connection.vendor != "sqlite":
        load()
        return
    if name in _kept:
        _kept[name].backup(connection.connection)
        ContentType.objects.clear_cache()
        return
    load()
    _kept[name] = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(_kept[name])
