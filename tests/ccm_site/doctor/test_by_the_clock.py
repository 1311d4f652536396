"""What should run by the clock."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from ccm_site.backups.folder import new_name
from ccm_site.doctor.by_the_clock import backups, nightly_commands
from editorial.models import BegunForm, User
from tests.ccm_site.doctor.found import NOW, found


@pytest.mark.django_db
def test_a_sweep_that_does_not_run_leaves_traces() -> None:
    assert found(nightly_commands) == [("good", "no sweep is overdue")]
    maria = User.objects.create_user("maria")
    old = NOW - BegunForm.KEPT_FOR - timedelta(days=3)
    BegunForm.objects.create(
        form_id=uuid4(), person=maria, place="/", title="", window=uuid4(), typed=[], kept_at=old
    )
    assert found(nightly_commands) == [("warn", "1 unsaved forms are older than 60 days")]


@pytest.mark.parametrize(("days", "level"), [(0, "good"), (1, "good"), (3, "warn"), (9, "bad")])
def test_the_newest_backup_is_of_these_days(settings: Any, tmp_path: Path, days: int, level: str) -> None:
    settings.MONITOR_BACKUP_FOLDER = str(tmp_path)
    (tmp_path / new_name(NOW - timedelta(days=days, hours=8))).write_bytes(b"x" * 2**20)
    (tmp_path / new_name(NOW - timedelta(days=20))).touch()
    (told,) = found(backups)
    assert told[0] == level
    assert told[1].startswith("the newest of 2 is of 2026-0")
    assert told[1].endswith("UTC (1.0 MB)")


def test_no_backup_no_folder_and_no_word_of_one(settings: Any, tmp_path: Path) -> None:
    settings.MONITOR_BACKUP_FOLDER = ""
    assert found(backups) == [("warn", "where they lie is not told")]
    settings.MONITOR_BACKUP_FOLDER = str(tmp_path)
    assert found(backups) == [("bad", f"there is none in {tmp_path}")]
    settings.MONITOR_BACKUP_FOLDER = str(tmp_path / "nowhere")
    assert found(backups) == [("bad", f"{tmp_path / 'nowhere'} cannot be read: No such file or directory")]
