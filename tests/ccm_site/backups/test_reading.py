"""Every part of an archive is held against the hash that its manifest gives."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path
from zipfile import ZipFile

import pytest

from ccm_site.backups.archive import RELEASES, file_entry, table_entry
from ccm_site.backups.manifest import ArchivedFile, ArchivedTable, Manifest
from ccm_site.backups.reading import check_archive, check_file, release_list, rows_of
from ccm_site.backups.refusal import BackupRefused
from tests.ccm_site.backups.test_manifest import MANIFEST

ROWS, PAPER, RELEASED = b'[1,"a"]\n[2,{"b":1,"a":2}]\n', b"%PDF-1.7", b'["profile",1,"00"]\n'
TABLE = ArchivedTable(
    "editorial_source", ["id", "key"], 2, hashlib.sha256(b'[1,"a"]\n[2,{"a":2,"b":1}]\n').hexdigest(), 2, True
)
FILE = ArchivedFile("documents/ab", len(PAPER), hashlib.sha256(PAPER).hexdigest())


@pytest.fixture
def archive(tmp_path: Path) -> ZipFile:
    made = ZipFile(tmp_path / "one.zip", "w")
    made.writestr(table_entry(TABLE.table), ROWS)
    made.writestr(file_entry(FILE.name), PAPER)
    made.writestr(RELEASES, RELEASED)
    made.close()
    return ZipFile(tmp_path / "one.zip")


@pytest.fixture
def manifest() -> Manifest:
    releases = {"count": 1, "sha256": hashlib.sha256(RELEASED).hexdigest()}
    return dataclasses.replace(MANIFEST, tables=[TABLE], files=[FILE], releases=releases)


def test_rows_come_as_they_stand_and_are_hashed_with_their_keys_in_order(archive: ZipFile) -> None:
    assert list(rows_of(archive, TABLE)) == [[1, "a"], [2, {"b": 1, "a": 2}]]


def test_a_whole_archive_is_read_to_its_end(archive: ZipFile, manifest: Manifest) -> None:
    counted: list[int] = []
    check_archive(archive, manifest, counted.append)
    assert sum(counted) == 3


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sha256": "0" * 64}, "is not what its manifest says"),
        ({"rows": 3}, r"2 rows, 3 expected"),
        ({"columns": ["id"]}, "cannot be read"),
        ({"table": "editorial_gone"}, "lacks tables/editorial_gone.ndjson"),
    ],
)
def test_a_table_that_is_another_is_refused(
    archive: ZipFile, manifest: Manifest, change: dict[str, object], words: str
) -> None:
    told = dataclasses.replace(manifest, tables=[dataclasses.replace(TABLE, **change)])
    with pytest.raises(BackupRefused, match=words):
        check_archive(archive, told)


def test_a_file_that_is_another_is_refused(archive: ZipFile) -> None:
    check_file(archive, FILE)
    with pytest.raises(BackupRefused, match="The file documents/ab of the archive is not"):
        check_file(archive, dataclasses.replace(FILE, sha256="0" * 64))


def test_a_list_of_releases_that_is_another_is_refused(archive: ZipFile, manifest: Manifest) -> None:
    assert release_list(archive, manifest) == [RELEASED]
    with pytest.raises(BackupRefused, match="list of releases"):
        release_list(archive, dataclasses.replace(manifest, releases={"count": 1, "sha256": ""}))
