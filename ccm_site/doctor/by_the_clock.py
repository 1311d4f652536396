"""What should run by the clock: whether it did, as far as its traces tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from ccm_site.backups.folder import backups_in
from editorial.models import BegunForm
from editorial.queries.state_of_work import state_of_work

from .condition import Condition, Level, bad, good, judged, warn

LATE = timedelta(minutes=10)
OLD, TOO_OLD = timedelta(days=2), timedelta(days=8)
GRACE = timedelta(days=2)


BY_THE_CLOCK = ("publish_due", "check_facts", "sweep_forms")


def worker(at: datetime) -> Iterator[Condition]:
    """Somebody does what is asked for in the background, and does not fall behind."""
    state = state_of_work(at)
    if state.trouble:
        yield bad("worker", "none gives a sign of life", "Start one: manage.py worker (docs/operating.md).")
        return
    who = f"{len(state.workers)} at work" if state.needs_worker else "the server itself does it"
    says = f"{who}; {state.waiting} waiting, {state.failed} failed since yesterday"
    behind = state.oldest_seconds > LATE.total_seconds()
    level = Level.WARN if behind or state.failed else Level.GOOD
    yield judged(level, "worker", says, "Look at the page “Work” of the desk.")


def nightly_commands(at: datetime) -> Iterator[Condition]:
    """Each command of the clock has run within two days and found no fault; the sweep has left nothing behind."""
    runs = state_of_work(at).last_runs
    for name in BY_THE_CLOCK:
        run = runs.get(name)
        if run is None or run.began_at < at - OLD:
            says = "has never run here" if run is None else f"last ran on {run.began_at:%Y-%m-%d}"
            yield warn(name, says, "It belongs into the nightly jobs (docs/operating.md).")
        else:
            says = f"last ran on {run.began_at:%Y-%m-%d %H:%M} UTC"
            level = Level.GOOD if run.is_well else Level.WARN
            yield judged(
                level, name, says if run.is_well else f"{says} and found: {run.words[:200]}", "See above."
            )
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
