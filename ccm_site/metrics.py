"""What is counted for Prometheus. Off, and its library not imported, unless a token or an address may ask (settings).

Each worker writes its counts into files of a folder that all share; whoever asks any worker gets the sum. What stands in
the database is counted there when it is asked (metrics_state).
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from editorial.request_at_hand import RequestNote

BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds: a kept page takes less than the first, most that are made anew less than a tenth."""
FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # the name by which the library knows it


class Meter:
    """The counts of this worker."""

    def __init__(self, folder: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            forget_the_dead(Path(folder))
            os.environ[FOLDER] = folder
        from prometheus_client import CollectorRegistry, Counter, Histogram  # once it knows the folder

        self.folder = folder
        self.registry = CollectorRegistry()
        self._seconds = Histogram(
            "monitor_request_seconds",
            "How long requests took, by the name of the address, the status, and whence the answer came.",
            ("route", "status", "kept"),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self._errors = Counter(
            "monitor_database_errors",
            "Questions that the database refused or did not answer.",
            registry=self.registry,
        )
        self._known: dict[tuple[str, int, str], Any] = {}

    def request(self, note: RequestNote, seconds: float) -> None:
        """One request is over."""
        key = (note.route, note.status, note.kept)
        found = self._known.get(key)
        if found is None:  # the library looks a child up for three times as long
            found = self._known[key] = self._seconds.labels(note.route, str(note.status), note.kept or "no")
        found.observe(seconds)

    def database_error(self) -> None:
        """The database refused a question, or was away."""
        self._errors.inc()

    def text(self) -> bytes:
        """All that is counted, in the words of Prometheus: the sum of all workers, and the state of the database."""
        from prometheus_client import CollectorRegistry, generate_latest
        from prometheus_client.multiprocess import MultiProcessCollector

        from .metrics_state import StateCollector

        asked = CollectorRegistry()
        if self.folder:
            MultiProcessCollector(asked, path=self.folder)
        asked.register(StateCollector())
        here = b"" if self.folder else generate_latest(self.registry)
        return here + generate_latest(asked)


def forget_the_dead(folder: Path) -> None:
    """Throw away what an earlier run has counted: where all who wrote are gone, the whole site was started anew.

    Where one lives, the counts of the others stay: a sum that falls would look like a second start.
    """
    files = list(folder.glob("*.db"))
    if not any(_lives(file.stem.rpartition("_")[2]) for file in files):
        for file in files:
            file.unlink(missing_ok=True)


def _lives(number: str) -> bool:
    if not number.isdigit() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@cache
def meter() -> Meter | None:
    """The counts of this worker; None where nobody may ask for them."""
    if not settings.MONITOR_METRICS_TOKEN and not settings.MONITOR_METRICS_ADDRESSES:
        return None
    return Meter(settings.MONITOR_METRICS_FOLDER)
