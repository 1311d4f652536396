"""A second database of the same kind, freshly migrated, in the place of the one of this run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from tests import prepared_database


def database_name(name: str) -> str:
    """On the server of PostgreSQL: one's own, whoever else runs tests there."""
    return f"elsewhere_{prepared_database.PREFIX.removeprefix('migrated_')}_{os.getpid()}_{name}"


@contextmanager
def elsewhere(folder: Path, *, migrated: bool = True, name: str = "elsewhere") -> Iterator[None]:
    """Inside, the default database is an empty one: with its tables, or without any."""
    here, there = connection.settings_dict["NAME"], str(folder / f"{name}.sqlite3")
    made = prepared_database.make_if_missing() if migrated else ""
    prepared_database.close()
    if connection.vendor == "sqlite":
        Path(there).unlink(missing_ok=True)
        if made:
            shutil.copyfile(prepared_database.FOLDER / made, there)
    else:
        there = database_name(name)
        like = f' TEMPLATE "{made}"' if made else ""
        prepared_database.on_the_server(f'DROP DATABASE IF EXISTS "{there}"', f'CREATE DATABASE "{there}"{like}')
    connection.settings_dict["NAME"] = there
    ContentType.objects.clear_cache()
    try:
        yield
    finally:
        prepared_database.close()
        connection.settings_dict["NAME"] = here
        ContentType.objects.clear_cache()
        if connection.vendor == "postgresql":
            prepared_database.on_the_server(f'DROP DATABASE IF EXISTS "{there}"')
