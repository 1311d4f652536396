"""The uploaded documents of a backup: those that a row or a version names, out of whatever store they lie in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from zipfile import ZipFile

from django.core.files.storage import default_storage
from django.db import models

from .archive import file_entry, part_of, pieces
from .manifest import ArchivedFile
from .tables import file_columns

Done = Callable[[int], object]


def named_files() -> list[str]:
    """Every stored file that a row or a version names."""
    found: set[str] = set()
    for model, column in file_columns():
        found.update(
            models.QuerySet(model).order_by().exclude(**{column: ""}).values_list(column, flat=True).distinct()
        )
    return sorted(filter(None, found))


def write_files(archive: ZipFile, done: Done) -> tuple[list[ArchivedFile], list[str]]:
    """Those that are named now stay in the store whatever becomes of their rows, so they need no moment."""
    files, missing = [], []
    for name in named_files():
        told, size = hashlib.sha256(), 0
        try:
            stored = default_storage.open(name, "rb")
        except FileNotFoundError:
            missing.append(name)
            continue
        with stored, part_of(archive, file_entry(name), packed=False) as part:
            for piece in pieces(stored):
                part.write(piece)
                told.update(piece)
                size += len(piece)
        files.append(ArchivedFile(name, size, told.hexdigest()))
        done(1)
    return files, missing
