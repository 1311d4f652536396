"""What a backup holds."""

from __future__ import annotations

import json
from pathlib import Path

from django.db import connection

from ccm_site.backups.archive import RELEASES, opened
from ccm_site.backups.reading import check_archive
from ccm_site.backups.tables import LEFT_OUT, kept_models
from ccm_site.backups.writing import release_lines, rows_to_write, write_backup
from tests.ccm_site.backups.conftest import Original


def test_every_table_is_in_it_with_its_rows_and_hash(original: Original) -> None:
    manifest = original.manifest
    assert [table.table for table in manifest.tables] == [model._meta.db_table for model in kept_models()]
    assert manifest.left_out == LEFT_OUT
    with opened(original.archive) as (archive, told):
        assert told == manifest
        check_archive(archive, told)
        assert len(archive.namelist()) == len(manifest.tables) + 3  # a file, the list of releases, the manifest


def test_releases_and_seals_are_named_by_their_hashes(original: Original) -> None:
    assert original.manifest.releases["count"] == 1
    assert original.manifest.seals == {"count": 1, "newest": [1, original.seal]}
    with opened(original.archive) as (archive, _):
        assert json.loads(archive.read(RELEASES)) == ["countries_profilerelease", *original.release]


def test_the_number_of_what_was_deleted_is_kept(original: Original) -> None:
    sources = next(table for table in original.manifest.tables if table.table == "editorial_source")
    assert sources.last_key == original.newest_source + 1


def test_it_says_which_database_and_which_code_made_it(original: Original) -> None:
    kind = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    assert original.manifest.database.startswith(f"{kind} ")
    assert original.manifest.code["version"]
    assert original.manifest.migrations["meetings"]


def test_whoever_waits_is_told_of_every_row_and_file(filled: None, tmp_path: Path) -> None:
    counted: list[int] = []
    made = write_backup(tmp_path / "again.zip", counted.append)
    assert sum(counted) == rows_to_write() + 1 == sum(table.rows for table in made.tables) + 1


def test_of_an_empty_database_there_is_a_backup_too(empty: None, tmp_path: Path) -> None:
    assert write_backup(tmp_path / "empty.zip").releases["count"] == 0
    assert list(release_lines()) == []
