"""The documents of a backup are those that a record or an earlier version names."""

from __future__ import annotations

from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from ccm_site.backups.archive import file_entry, opened
from ccm_site.backups.files import named_files
from ccm_site.backups.writing import write_backup
from editorial.models import recording
from meetings.models import MeetingDocument
from tests.ccm_site.backups.conftest import Original


def test_a_file_that_is_missing_from_the_store_is_named(filled: None, original: Original, tmp_path: Path) -> None:
    assert [file.name for file in original.manifest.files] == named_files() == [original.file_name]
    default_storage.delete(original.file_name)
    again = write_backup(tmp_path / "again.zip")
    assert (again.files, again.files_missing) == ([], [original.file_name])
    default_storage.save(original.file_name, ContentFile(b"%PDF-1.7 words"))


def test_one_that_only_a_version_names_is_in_it_too(filled: None, original: Original, tmp_path: Path) -> None:
    paper = MeetingDocument.objects.get()
    with recording(by=None, reason="Withdrawn by who gave it"):
        paper.file = ""
        paper.save()
    write_backup(tmp_path / "again.zip")
    assert named_files() == [original.file_name]
    with opened(tmp_path / "again.zip") as (archive, _):
        assert archive.read(file_entry(original.file_name)) == b"%PDF-1.7 words"
