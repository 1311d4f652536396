"""`manage.py backup` writes one file, or one a night into a folder."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from editorial.models import recording
from meetings.models import MeetingDocument
from tests.factories.meetings import make_meeting

pytestmark = pytest.mark.django_db(transaction=True)


def run(*args: object, **options: Any) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("backup", *map(str, args), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_it_says_what_is_in_it_and_that_it_is_secret(tmp_path: Path) -> None:
    said, complained = run(tmp_path / "one.zip")
    assert "tables" in said
    assert "It holds password hashes" in said
    assert str(tmp_path / "one.zip") in said
    assert not complained
    assert (tmp_path / "one.zip").stat().st_mode & 0o777 == 0o600


def test_in_a_folder_each_night_has_its_own_and_the_newest_stay(tmp_path: Path, settings: Any) -> None:
    settings.MONITOR_BACKUP_FOLDER = str(tmp_path)
    for night in (1, 2, 3):
        with time_machine.travel(f"2026-03-0{night}T04:00Z", tick=False):
            said, _ = run(tmp_path, keep=2)
    assert [path.name for path in sorted(tmp_path.iterdir())] == [
        "backup-20260302T040000Z.zip",
        "backup-20260303T040000Z.zip",
    ]
    assert "thrown away" in said
    assert "backup-20260301T040000Z.zip" in said


def test_a_file_that_is_missing_is_told_and_stops_nothing(tmp_path: Path) -> None:
    with recording(by=None, reason="Test"):
        paper = MeetingDocument(meeting=make_meeting(), title="Lost", sha256="a" * 64, file_type="a", file_size=1)
        paper.file.save("ignored", ContentFile(b"x"))
    paper.file.storage.delete(paper.file.name)
    _, complained = run(tmp_path / "one.zip")
    assert f"not in the store, though a record names it: {paper.file.name}" in complained


@pytest.mark.parametrize(
    ("place", "options", "words"),
    [
        ("nowhere/one.zip", {}, "There is no folder"),
        ("one.zip", {"keep": 2}, "--keep takes a number from 1, and a folder"),
        (".", {"keep": 0}, "--keep takes a number from 1"),
    ],
)
def test_a_place_that_will_not_do_is_refused(tmp_path: Path, place: str, options: Any, words: str) -> None:
    with pytest.raises(CommandError, match=words):
        run(tmp_path / place, **options)
    assert not list(tmp_path.iterdir())


def test_without_a_place_it_asks_for_one(settings: Any) -> None:
    settings.MONITOR_BACKUP_FOLDER = ""
    with pytest.raises(CommandError, match="set BACKUP_FOLDER"):
        run("")


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    run(tmp_path / "one.zip")
    with pytest.raises(CommandError, match="is there already"):
        run(tmp_path / "one.zip")


def test_a_database_of_another_version_is_backed_up_by_that_one(tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE name = '0022_work_in_the_background'")
    try:
        with pytest.raises(CommandError, match=r"1 migrations are missing.*before the code is updated"):
            run(tmp_path / "one.zip")
    finally:
        MigrationRecorder(connection).record_applied("editorial", "0022_work_in_the_background")
    assert not list(tmp_path.iterdir())
