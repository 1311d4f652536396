"""The file of a backup: a ZIP of one file a table, one a stored document, and the manifest, which is written last.

A ZIP ends with its list of contents, so that one that was cut off is no ZIP; each part has a checksum of its own, and the
manifest the SHA-256 of each. It is written beside its place and put there when it is whole, readable by its owner alone.
"""

from __future__ import annotations

import errno
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from .manifest import Manifest
from .refusal import BackupRefused

MANIFEST = "manifest.json"
RELEASES = "releases.ndjson"
PART = ".part"
PIECE = 1024 * 1024  # bytes read at once


def table_entry(table: str) -> str:
    return f"tables/{table}.ndjson"


def file_entry(name: str) -> str:
    return f"media/{name}"


@contextmanager
def new_archive(path: Path) -> Iterator[ZipFile]:
    """An archive that stands at its place once the block is over, whole and on the disk; after an error nothing does.

    Raises BackupRefused where something stands there already, or the disk takes no more.
    """
    if path.exists():
        raise BackupRefused(
            f"{path} is there already, and nothing is written over. Name another file, or a folder."
        )
    part = path.with_name(f".{path.name}{PART}")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.fchmod(descriptor, 0o600)  # also where an earlier run left one behind
        with os.fdopen(descriptor, "wb") as file:
            with ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
                yield archive
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise BackupRefused(_trouble(path, problem)) from problem
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _trouble(path: Path, problem: OSError) -> str:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"{path.parent} has no room for it; nothing was left there. Make room, or name another folder."
    return f"{path}: {problem.strerror or problem}. Nothing was left there."


@contextmanager
def part_of(archive: ZipFile, name: str, *, packed: bool = True) -> Iterator[IO[bytes]]:
    """A new part of an archive, to be written from beginning to end."""
    with archive.open(name if packed else ZipInfo(name), "w", force_zip64=True) as part:
        yield part


@contextmanager
def opened(path: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    """An archive and its manifest. Raises BackupRefused where it is none, was cut off, or a part is spoiled."""
    try:
        with ZipFile(path) as archive:
            if MANIFEST not in archive.namelist():
                raise BackupRefused(f"{path} is a ZIP, and no backup of a Monitor: it has no {MANIFEST}.")
            yield archive, Manifest.from_json(archive.read(MANIFEST))
    except FileNotFoundError:
        raise BackupRefused(f"There is no file {path}.") from None
    except (IsADirectoryError, PermissionError) as problem:
        raise BackupRefused(f"{path} cannot be read: {problem.strerror}.") from None
    except (BadZipFile, EOFError, zlib.error) as problem:
        raise BackupRefused(
            f"{path} is spoiled or was cut off ({problem}). Nothing was restored; take another backup."
        ) from problem


def pieces(part: IO[bytes]) -> Iterator[bytes]:
    while piece := part.read(PIECE):
        yield piece
