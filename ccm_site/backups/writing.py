"""Taking a backup: one moment of the database, the files that it names, and what all of it has to be."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from editorial.installation import installation
from editorial.models import ReleaseSeal, release_models

from .archive import MANIFEST, RELEASES, new_archive, part_of, table_entry
from .cells import RowShape, compared, line_of
from .files import write_files
from .keys import last_key
from .manifest import ArchivedTable, Manifest, applied_migrations, code_version
from .moment import one_moment
from .refusal import BackupRefused
from .tables import LEFT_OUT, kept_models

Done = Callable[[int], object]
"""Told of so many rows or files that were written."""


def write_backup(path: Path, done: Done = lambda count: None) -> Manifest:
    """Take a backup of everything as it is at this moment.

    Raises BackupRefused where something stands at that place already, or the disk takes no more; then nothing is left there.
    """
    with new_archive(path) as archive, one_moment():
        tables = [_write_table(archive, model, done) for model in kept_models()]
        files, missing = write_files(archive, done)
        manifest = Manifest(
            made_at=timezone.now().isoformat(timespec="seconds"),
            installation=installation().name,
            database=_database(),
            code=code_version(),
            migrations=applied_migrations(),
            tables=tables,
            files=files,
            files_missing=missing,
            releases=_write_releases(archive),
            seals=_seals(),
            left_out=LEFT_OUT,
        )
        with part_of(archive, MANIFEST) as part:
            part.write(manifest.to_json())
    return manifest


def refuse_another_version() -> None:
    """Raises BackupRefused where the database lacks migrations that the code has: its tables are not what is read."""
    executor = MigrationExecutor(connection)
    if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise BackupRefused(
            f"The database is of an earlier version: {len(plan)} migrations are missing. Take the backup with the "
            "version that the database is of, before the code is updated; or manage.py migrate first."
        )


def rows_to_write() -> int:
    """How many rows a backup would hold now, for whoever waits for it."""
    return sum(models.QuerySet(model).count() for model in kept_models())


def _write_table(archive: ZipFile, model: type[models.Model], done: Done) -> ArchivedTable:
    shape, told, count = RowShape(model), hashlib.sha256(), 0
    with part_of(archive, table_entry(model._meta.db_table)) as part:
        for cells in shape.rows():
            line = line_of(cells)
            part.write(line)
            told.update(compared(cells, line, has_json=shape.has_json))
            count += 1
            done(1)
    return ArchivedTable(
        model._meta.db_table, shape.columns, count, told.hexdigest(), last_key(model), shape.has_json
    )


def _write_releases(archive: ZipFile) -> dict[str, Any]:
    """A line for each release: its table, its number, and the hash under which it was published."""
    told, count = hashlib.sha256(), 0
    with part_of(archive, RELEASES) as part:
        for line in release_lines():
            part.write(line)
            told.update(line)
            count += 1
    return {"count": count, "sha256": told.hexdigest()}


def release_lines() -> Iterable[bytes]:
    """Of every release, in the order of the tables and numbers."""
    for model in sorted(release_models(), key=lambda model: model._meta.db_table):
        rows: Any = models.QuerySet(model).order_by("pk").values_list("pk", "sha256")
        for pk, sha256 in rows.iterator(chunk_size=2_000):
            yield json.dumps([model._meta.db_table, pk, sha256]).encode() + b"\n"


def _seals() -> dict[str, Any]:
    newest = ReleaseSeal.objects.order_by("-position").values_list("position", "sha256").first()
    return {"count": ReleaseSeal.objects.count(), "newest": list(newest) if newest else None}


def _database() -> str:
    if connection.vendor == "postgresql":
        return f"PostgreSQL {connection.cursor().connection.info.server_version // 10_000}"
    from sqlite3 import sqlite_version

    return f"SQLite {sqlite_version}"
