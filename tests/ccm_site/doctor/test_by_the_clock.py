"""What should run by the clock."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from ccm_site.backups.folder import new_name
from ccm_site.doctor.by_the_clock import backups, nightly_commands, worker
from editorial.models import BegunForm, Job, LastRun, User
from editorial.models.last_run import RunKind
from tests.ccm_site.doctor.found import NOW, found


@pytest.mark.django_db
def test_a_sweep_that_does_not_run_leaves_traces() -> None:
    assert found(nightly_commands)[-1] == ("good", "no sweep is overdue")
    maria = User.objects.create_user("maria")
    old = NOW - BegunForm.KEPT_FOR - timedelta(days=3)
    BegunForm.objects.create(
        form_id=uuid4(), person=maria, place="/", title="", window=uuid4(), typed=[], kept_at=old
    )
    assert found(nightly_commands)[-1] == ("warn", "1 unsaved forms are older than 60 days")


def ran(name: str, before: timedelta, *, is_well: bool = True) -> None:
    began = NOW - before
    words = "" if is_well else "Chad: two totals."
    LastRun.objects.create(
        kind=RunKind.COMMAND, name=name, began_at=began, ended_at=began, is_well=is_well, words=words
    )


@pytest.mark.django_db
def test_each_command_of_the_clock_says_when_it_ran_and_what_it_found() -> None:
    ran("check_facts", timedelta(hours=5), is_well=False)
    ran("sweep_forms", timedelta(days=3))
    told = found(nightly_commands)
    assert told[0] == ("warn", "has never run here")
    assert told[1][0] == "warn"
    assert told[1][1].endswith("UTC and found: Chad: two totals.")
    assert told[2][0] == "warn"
    assert told[2][1].startswith("last ran on 20")
    LastRun.objects.update(is_well=True, began_at=NOW - timedelta(hours=47))
    assert [level for level, _ in found(nightly_commands)[1:]] == ["good"] * 3


@pytest.mark.django_db
def test_a_worker_is_missed_where_one_is_needed(settings: Any) -> None:
    assert found(worker) == [("good", "the server itself does it; 0 waiting, 0 failed since yesterday")]
    settings.MONITOR_WORK = "worker"
    assert found(worker) == [("bad", "none gives a sign of life")]
    began = NOW - timedelta(hours=1)
    LastRun.objects.create(kind=RunKind.WORKER, name="a:1", began_at=began, ended_at=NOW - timedelta(seconds=9))
    assert found(worker) == [("good", "1 at work; 0 waiting, 0 failed since yesterday")]
    waiting = {"kind": "clock", "title": "Sweep", "asked_at": began, "not_before": began}
    Job.objects.create(**waiting)
    assert found(worker) == [("warn", "1 at work; 1 waiting, 0 failed since yesterday")]


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
