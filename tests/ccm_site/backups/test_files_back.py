"""Documents are put back into the store, and taken away again if the rest fails."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from ccm_site.backups.archive import file_entry
from ccm_site.backups.files_back import FilesPutBack
from ccm_site.backups.manifest import ArchivedFile
from ccm_site.backups.refusal import BackupRefused

FILE = ArchivedFile("documents/ab/abc", 5, hashlib.sha256(b"words").hexdigest())


@pytest.fixture
def files(tmp_path: Path) -> Iterator[FilesPutBack]:
    with ZipFile(tmp_path / "one.zip", "w") as archive:
        archive.writestr(file_entry(FILE.name), b"words")
        archive.writestr(file_entry("../../outside"), b"words")
    with ZipFile(tmp_path / "one.zip") as archive:
        yield FilesPutBack(archive)
    if default_storage.exists(FILE.name):
        default_storage.delete(FILE.name)


def put(files: FilesPutBack, file: ArchivedFile = FILE) -> None:
    files.put([file], lambda count: None)


def test_what_is_put_is_taken_away_again(files: FilesPutBack) -> None:
    put(files)
    assert default_storage.open(FILE.name).read() == b"words"
    files.take_away()
    assert not default_storage.exists(FILE.name)


def test_what_is_there_already_stays(files: FilesPutBack) -> None:
    default_storage.save(FILE.name, ContentFile(b"words"))
    put(files)
    files.take_away()
    assert default_storage.exists(FILE.name)


def test_another_file_of_the_same_name_is_not_written_over(files: FilesPutBack) -> None:
    default_storage.save(FILE.name, ContentFile(b"other"))
    with pytest.raises(BackupRefused, match="has another file of the name documents/ab/abc"):
        put(files)
    assert default_storage.open(FILE.name).read() == b"other"


def test_no_name_leads_out_of_the_store(files: FilesPutBack) -> None:
    with pytest.raises(BackupRefused, match="takes no file of the name"):
        put(files, dataclasses.replace(FILE, name="../../outside"))
    assert files.new == []
