"""What a backup holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from ccm_site.backups.archive import opened
from ccm_site.backups.reading import check_archive
from ccm_site.backups.tables import LEFT_OUT, kept_models
from ccm_site.backups.writing import named_files, release_lines, rows_to_write, write_backup
from countries.models import ProfileRelease
from editorial.models import ReleaseSeal, Source
from tests.ccm_site.backups.conftest import Original


def test_every_table_is_in_it_with_its_rows_and_hash(original: Original) -> None:
    manifest = original.manifest
    assert [table.table for table in manifest.tables] == [model._meta.db_table for model in kept_models()]
    assert sum(table.rows for table in manifest.tables) == rows_to_write()
    assert manifest.left_out == LEFT_OUT
    with opened(original.archive) as (archive, told):
        assert told == manifest
        check_archive(archive, told)
        assert len(archive.namelist()) == len(manifest.tables) + 3  # a file, the list of releases, the manifest


def test_releases_and_seals_are_named_by_their_hashes(original: Original) -> None:
    release, seal = ProfileRelease.objects.get(), ReleaseSeal.objects.get()
    assert original.manifest.releases["count"] == 1
    assert original.manifest.seals == {"count": 1, "newest": [1, seal.sha256]}
    assert [json.loads(line) for line in release_lines()] == [
        ["countries_profilerelease", release.pk, release.sha256]
    ]


def test_the_number_of_what_was_deleted_is_kept(original: Original) -> None:
    sources = next(table for table in original.manifest.tables if table.table == "editorial_source")
    newest = Source.objects.order_by("-pk")[0].pk
    assert sources.last_key == newest + 1


def test_a_file_of_the_store_is_in_it_and_one_that_is_missing_is_named(original: Original, tmp_path: Path) -> None:
    assert [file.name for file in original.manifest.files] == named_files() == [original.file_name]
    default_storage.delete(original.file_name)
    again = write_backup(tmp_path / "again.zip")
    assert (again.files, again.files_missing) == ([], [original.file_name])


def test_it_says_which_database_and_which_code_made_it(original: Original) -> None:
    kind = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    assert original.manifest.database.startswith(f"{kind} ")
    assert original.manifest.code["version"]
    assert original.manifest.migrations["meetings"]


def test_whoever_waits_is_told_of_every_row(original: Original, tmp_path: Path) -> None:
    counted: list[int] = []
    write_backup(tmp_path / "again.zip", counted.append)
    assert sum(counted) == rows_to_write() + 1


@pytest.mark.django_db(transaction=True)
def test_of_an_empty_database_there_is_a_backup_too(tmp_path: Path) -> None:
    assert write_backup(tmp_path / "empty.zip").releases["count"] == 0
