"""Noting when a command of the clock ran, how it ended, and that a worker lives."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import DatabaseError
from django.utils import timezone

from editorial.models import LastRun, RunKind

logger = logging.getLogger(__name__)


@contextmanager
def noted(name: str) -> Iterator[None]:
    """A command runs inside: when it began is written before, how it ended after. What it raises goes on.

    Where the note cannot be written (a database that only reads), the command runs all the same.
    """
    began = timezone.now()
    _write(name, began_at=began, ended_at=None, is_well=False, words="")
    try:
        yield
    except Exception as problem:
        words = str(problem) or type(problem).__name__
        _write(name, ended_at=timezone.now(), is_well=False, words=words[:2000])
        raise
    _write(name, ended_at=timezone.now(), is_well=True, words="")


def _write(name: str, **said: object) -> None:
    try:
        begun = {"began_at": said.get("began_at") or timezone.now()}
        LastRun.objects.update_or_create(
            kind=RunKind.COMMAND, name=name, defaults=said, create_defaults={**begun, **said}
        )
    except DatabaseError as problem:
        logger.warning("When %s ran could not be noted: %s", name, type(problem).__name__)


def note_alive(worker: str, *, began_at: datetime, at: datetime) -> None:
    """A sign of life of a worker. Those that gave none for a day are forgotten."""
    workers = LastRun.objects.filter(kind=RunKind.WORKER)
    workers.filter(ended_at__lt=at - LastRun.GONE_AFTER * 60 * 24).delete()
    workers.update_or_create(
        kind=RunKind.WORKER, name=worker, defaults={"began_at": began_at, "ended_at": at, "is_well": True}
    )


def note_gone(worker: str) -> None:
    """A worker has stopped as it was told."""
    LastRun.objects.filter(kind=RunKind.WORKER, name=worker).delete()
