"""Names by their moment, and which of them stay."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ccm_site.backups.folder import backups_in, new_name, prune

NOW = datetime(2026, 3, 5, 4, 0, tzinfo=UTC)


def filled(folder: Path) -> list[str]:
    """Backups of four nights, newest first, and other people's files."""
    names = [new_name(NOW - timedelta(days=days)) for days in range(4)]
    for name in [*names, "notes.txt", "backup-before-the-move.zip"]:
        (folder / name).touch()
    return names


def test_a_name_is_its_moment(tmp_path: Path) -> None:
    assert new_name(NOW) == "backup-20260305T040000Z.zip"
    names = filled(tmp_path)
    assert [path.name for _, path in backups_in(tmp_path)] == names
    assert backups_in(tmp_path)[0][0] == NOW


def test_older_ones_go_and_nobody_else_s_files(tmp_path: Path) -> None:
    names = filled(tmp_path)
    assert [path.name for path in prune(tmp_path, 2, NOW)] == names[2:]
    assert {path.name for path in tmp_path.iterdir()} == {*names[:2], "notes.txt", "backup-before-the-move.zip"}


def test_what_a_process_that_died_left_over_goes_after_a_day(tmp_path: Path) -> None:
    old, new = (tmp_path / f".{new_name(NOW - timedelta(hours=hours))}.part" for hours in (30, 1))
    for path, hours in ((old, 30), (new, 1)):
        path.touch()
        os.utime(path, times=((NOW - timedelta(hours=hours)).timestamp(),) * 2)
    assert prune(tmp_path, 1, NOW) == [old]
    assert new.exists()
