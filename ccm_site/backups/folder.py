"""Backups that are taken by the clock into one folder: their names, and which of them stay."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .archive import PART

NAME = "backup-%Y%m%dT%H%M%SZ.zip"
OURS = re.compile(r"backup-\d{8}T\d{6}Z\.zip")
STALE = timedelta(days=1)
"""After which a file that was never finished is left over from a process that died."""


def new_name(at: datetime) -> str:
    """The name of a backup of that moment; names sort by their moments."""
    return at.astimezone(UTC).strftime(NAME)


def backups_in(folder: Path) -> list[tuple[datetime, Path]]:
    """Those with such names and the moments in these, newest first. Raises OSError where the folder cannot be read."""
    ours = [path for path in folder.iterdir() if OURS.fullmatch(path.name) and path.is_file()]
    dated = [(datetime.strptime(path.name, NAME).replace(tzinfo=UTC), path) for path in ours]
    return sorted(dated, reverse=True)


def prune(folder: Path, keep: int, now: datetime) -> list[Path]:
    """Throw away all but the newest ``keep``, and what a process that died left over. Returns what is gone.

    Other files of the folder are nobody's business.
    """
    gone = [path for _, path in backups_in(folder)[keep:]]
    gone += [path for path in folder.glob(f".backup-*{PART}") if _is_stale(path, now)]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def _is_stale(path: Path, now: datetime) -> bool:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC) < now - STALE
