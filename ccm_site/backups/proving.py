"""Whether a restored database is the one of the archive: every table read back, row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from zipfile import ZipFile

from editorial.models import release_models

from .cells import RowShape, compared, line_of
from .manifest import ArchivedTable, Manifest
from .reading import release_list
from .refusal import BackupRefused
from .writing import release_lines


@dataclass(frozen=True)
class RestoredTable:
    """A table as the archive has it, and the columns under which the database has it."""

    kept: ArchivedTable
    shape: RowShape


def refuse_difference(archive: ZipFile, manifest: Manifest, tables: Sequence[RestoredTable]) -> None:
    """Raises BackupRefused where a table has not the number of rows and the hash of the archive's, or a release not its
    hash."""
    different = [one.kept.table for one in tables if counted(one.shape) != (one.kept.rows, one.kept.sha256)]
    if different:
        raise BackupRefused(
            f"The restored tables are not what the archive holds: {', '.join(different)}. Nothing was kept of them."
        )
    has_releases = {one.kept.table for one in tables} >= _release_tables()
    if has_releases and list(release_lines()) != release_list(archive, manifest):
        raise BackupRefused(
            "The restored releases do not have the hashes of the archive. Nothing was kept of them."
        )


def counted(shape: RowShape) -> tuple[int, str]:
    """How many rows a table has, and their hash."""
    told, count = hashlib.sha256(), 0
    for cells in shape.rows():
        told.update(compared(cells, line_of(cells), has_json=shape.has_json))
        count += 1
    return count, told.hexdigest()


def _release_tables() -> set[str]:
    return {model._meta.db_table for model in release_models()}
