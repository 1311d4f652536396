"""Reading an archive: every part against the hash that its manifest gives."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any
from zipfile import ZipFile

from .archive import RELEASES, file_entry, pieces, table_entry
from .cells import compared
from .manifest import ArchivedFile, ArchivedTable, Manifest
from .refusal import BackupRefused


def rows_of(archive: ZipFile, kept: ArchivedTable) -> Iterator[list[Any]]:
    """The rows of a table. Raises BackupRefused at the end where they are not what the manifest says."""
    told, count = hashlib.sha256(), 0
    with _part(archive, table_entry(kept.table)) as part:
        for line in part:
            cells = _cells(line, kept)
            told.update(compared(cells, line, has_json=kept.has_json))
            count += 1
            yield cells
    if (count, told.hexdigest()) != (kept.rows, kept.sha256):
        raise BackupRefused(
            f"The table {kept.table} of the archive is not what its manifest says ({count} rows, {kept.rows} expected). "
            "Nothing was restored; take another backup."
        )


def check_file(archive: ZipFile, kept: ArchivedFile) -> None:
    """Raises BackupRefused where a stored document is not what the manifest says."""
    told = hashlib.sha256()
    with _part(archive, file_entry(kept.name)) as part:
        for piece in pieces(part):
            told.update(piece)
    if told.hexdigest() != kept.sha256:
        raise BackupRefused(
            f"The file {kept.name} of the archive is not what its manifest says. Nothing was restored; "
            "take another backup."
        )


def release_list(archive: ZipFile, manifest: Manifest) -> list[bytes]:
    """The lines of the list of releases. Raises BackupRefused where it is not what the manifest says."""
    with _part(archive, RELEASES) as part:
        lines = list(part)
    if hashlib.sha256(b"".join(lines)).hexdigest() != manifest.releases["sha256"]:
        raise BackupRefused(
            "The list of releases of the archive is not what its manifest says. Take another backup."
        )
    return lines


def check_archive(
    archive: ZipFile, manifest: Manifest, done: Callable[[int], object] = lambda count: None
) -> None:
    """Reads it whole, and touches no database. Raises BackupRefused for the first part that is not as it was written."""
    for kept in manifest.tables:
        for _ in rows_of(archive, kept):
            done(1)
    for file in manifest.files:
        check_file(archive, file)
        done(1)
    release_list(archive, manifest)


def _part(archive: ZipFile, name: str) -> Any:
    try:
        return archive.open(name)
    except KeyError:
        raise BackupRefused(f"The archive lacks {name}. Nothing was restored; take another backup.") from None


def _cells(line: bytes, kept: ArchivedTable) -> list[Any]:
    try:
        cells = json.loads(line)
    except ValueError:
        cells = None
    if not isinstance(cells, list) or len(cells) != len(kept.columns):
        raise BackupRefused(
            f"A row of the table {kept.table} of the archive cannot be read. Nothing was restored; take another backup."
        )
    return cells
