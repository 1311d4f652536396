"""What should run by the clock: whether it did, as far as its traces tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from ccm_site.backups.folder import backups_in
from editorial.models import BegunForm

from .condition import Condition, Level, bad, good, judged, warn

OLD, TOO_OLD = timedelta(days=2), timedelta(days=8)
GRACE = timedelta(days=2)


def nightly_commands(at: datetime) -> Iterator[Condition]:
    """The nightly sweep leaves nothing behind that it should have thrown away.

    The others (publish_due, check_facts) leave no trace in the database: where a worker runs them and says when, that is
    asked here.
    """
    left = BegunForm.objects.filter(kept_at__lt=at - BegunForm.KEPT_FOR - GRACE).count()
    if left:
        yield warn(
            "nightly commands",
            f"{left} unsaved forms are older than {BegunForm.KEPT_FOR.days} days",
            "sweep_forms belongs into the nightly jobs (docs/operating.md).",
        )
    else:
        yield good("nightly commands", "no sweep is overdue")


def backups(at: datetime) -> Iterator[Condition]:
    """The newest backup is of these days."""
    if not settings.MONITOR_BACKUP_FOLDER:
        yield warn(
            "backups", "where they lie is not told", "Set BACKUP_FOLDER, and run manage.py backup each night."
        )
        return
    folder = Path(settings.MONITOR_BACKUP_FOLDER)
    try:
        found = backups_in(folder)
    except OSError as problem:
        yield bad(
            "backups", f"{folder} cannot be read: {problem.strerror}", "Make the folder, or set BACKUP_FOLDER."
        )
        return
    if not found:
        yield bad("backups", f"there is none in {folder}", "manage.py backup --keep 14, each night.")
        return
    taken, path = found[0]
    says = f"the newest of {len(found)} is of {taken:%Y-%m-%d %H:%M} UTC ({path.stat().st_size / 2**20:,.1f} MB)"
    age = at - taken
    level = Level.GOOD if age < OLD else Level.WARN if age < TOO_OLD else Level.BAD
    yield judged(level, "backups", says, "Look why manage.py backup did not run.")
