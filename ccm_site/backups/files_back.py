"""Putting the stored documents of an archive back into the store, which may be a folder or a service."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from zipfile import ZipFile

from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import default_storage

from .archive import file_entry, pieces
from .manifest import ArchivedFile
from .reading import check_file
from .refusal import BackupRefused


class FilesPutBack:
    """Those that were put into the store, so that they can be taken away if the rest fails."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.new: list[str] = []

    def put(self, files: Iterable[ArchivedFile], done: Callable[[int], object]) -> None:
        """Raises BackupRefused for one that is spoiled, or whose name another file has in the store."""
        for kept in files:
            check_file(self.archive, kept)
            try:
                if default_storage.exists(kept.name):
                    _refuse_another(kept)
                else:
                    self._put(kept)
            except SuspiciousFileOperation as problem:
                raise BackupRefused(f"The store takes no file of the name {kept.name}: {problem}") from problem
            done(1)

    def _put(self, kept: ArchivedFile) -> None:
        with self.archive.open(file_entry(kept.name)) as part:
            saved = default_storage.save(kept.name, File(part, kept.name))
        self.new.append(saved)
        if saved != kept.name:
            raise BackupRefused(
                f"The store keeps {kept.name} under another name, {saved}. Is somebody else using it?"
            )

    def take_away(self) -> None:
        for name in self.new:
            default_storage.delete(name)


def _refuse_another(kept: ArchivedFile) -> None:
    told = hashlib.sha256()
    with default_storage.open(kept.name, "rb") as stored:
        for piece in pieces(stored):
            told.update(piece)
    if told.hexdigest() != kept.sha256:
        raise BackupRefused(
            f"The store has another file of the name {kept.name}. Empty it, or name another (MEDIA_ROOT)."
        )
