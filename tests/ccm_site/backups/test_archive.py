"""The file of a backup is whole or not there, and nobody else reads it."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from ccm_site.backups.archive import MANIFEST, file_entry, new_archive, opened, part_of, pieces, table_entry
from ccm_site.backups.refusal import BackupRefused
from tests.ccm_site.backups.test_manifest import MANIFEST as TOLD


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "one.zip"
    with new_archive(path) as archive:
        with part_of(archive, table_entry("editorial_source"), packed=False) as part:
            part.write(b"x" * 5000)
        with part_of(archive, MANIFEST) as part:
            part.write(TOLD.to_json())
    return path


def test_it_stands_there_whole_and_is_its_owner_s_alone(written: Path) -> None:
    assert [path.name for path in written.parent.iterdir()] == ["one.zip"]
    assert written.stat().st_mode & 0o777 == 0o600
    with opened(written) as (archive, manifest):
        assert manifest == TOLD
        with archive.open("tables/editorial_source.ndjson") as part:
            assert b"".join(pieces(part)) == b"x" * 5000


def test_nothing_is_written_over(written: Path) -> None:
    before = written.read_bytes()
    with pytest.raises(BackupRefused, match="is there already"), new_archive(written):
        pass
    assert written.read_bytes() == before


def test_after_an_error_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), new_archive(tmp_path / "one.zip"):
        _ = 1 // 0
    assert not list(tmp_path.iterdir())


@pytest.fixture
def little_room() -> Iterator[None]:
    """No file of this process grows beyond some kilobytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_on_a_full_disk_nothing_is_left(tmp_path: Path, little_room: None) -> None:
    def write() -> None:
        with new_archive(tmp_path / "one.zip") as archive, part_of(archive, "a", packed=False) as part:
            part.write(b"x" * 100_000)

    with pytest.raises(BackupRefused, match="has no room for it; nothing was left there"):
        write()
    assert not list(tmp_path.iterdir())


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="No such file or directory"), new_archive(tmp_path / "no" / "one.zip"):
        pass


def read_whole(path: Path) -> None:
    with opened(path) as (archive, _):
        for name in archive.namelist():
            archive.read(name)


def refused(path: Path, words: str) -> None:
    with pytest.raises(BackupRefused, match=words):
        read_whole(path)


def test_one_that_was_cut_off_is_refused(written: Path) -> None:
    written.write_bytes(written.read_bytes()[:-30])
    refused(written, "spoiled or was cut off")


def test_one_in_which_a_letter_changed_is_refused(written: Path) -> None:
    written.write_bytes(written.read_bytes().replace(b"xxxx", b"xxyx", 1))
    refused(written, "spoiled or was cut off")


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere.zip", "There is no file")
    refused(tmp_path, "cannot be read")
    (tmp_path / "text.zip").write_text("Not at all.")
    refused(tmp_path / "text.zip", "spoiled or was cut off")
    with new_archive(tmp_path / "other.zip") as archive, part_of(archive, file_entry("photo")) as part:
        part.write(b"")
    refused(tmp_path / "other.zip", "no backup of a Monitor")
