"""Public pages made from a copy of the database that follows it, and never older than what readers were promised.

A page is promised by the word that the primary gives for it (editorial.models.public_word). The copy makes it if its own
word has come as far, asked on the very connection that then makes the page; otherwise the primary does. While the
primary is away, the copy answers by its own word, as long as that is no older than what this worker was told before.

The connection that Django takes for the default one is exchanged for the time of a request, in its thread: so whatever
asks, a query set, plain SQL or a query that was built before, asks the same database. A router would be asked by some.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from cachetools import LRUCache
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections

from editorial.models import Subjects, public_word

ALIAS = "replica"
PAUSE = 5.0  # seconds during which a copy that failed is not asked again
REMEMBERED = 20_000  # promises of a worker

logger = logging.getLogger(__name__)


@contextmanager
def reading_replica() -> Iterator[None]:
    """Whatever this thread asks of the database meanwhile, it asks of the copy."""
    primary = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connections[ALIAS]
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = primary


class Replica:
    """One for each worker; threads share it."""

    def __init__(self) -> None:
        self._promised: LRUCache[Subjects, str] = LRUCache(REMEMBERED)
        self._lock = threading.Lock()
        self._again_at = 0.0

    def promise(self, subjects: Subjects, word: str) -> None:
        """The primary has given this word, so a reader may have seen its page."""
        with self._lock:
            self._promised[subjects] = word

    def has(self, word: str, at: datetime, subjects: Subjects) -> bool:
        """Whether the copy has everything that a word of the primary stands for."""
        found = self._word(at, subjects)
        return found is not None and as_far(found, word)

    def alone(self, at: datetime, subjects: Subjects) -> str | None:
        """Its word while the primary is away; None if it does not answer or is behind what was promised."""
        found = self._word(at, subjects)
        with self._lock:
            promised = self._promised.get(subjects)
        return found if found is not None and (promised is None or as_far(found, promised)) else None

    def through(self, answer: Any) -> Iterator[bytes]:
        """A streamed answer, which asks while it is sent."""
        try:
            with reading_replica():
                yield from answer
        finally:
            answer.close()

    def leave_alone(self, why: object) -> None:
        """It failed: for some seconds the primary makes everything."""
        connections[ALIAS].close()
        self._again_at = time.monotonic() + PAUSE
        logger.warning(
            "The replica does not answer as it should (%s); the primary does for %d seconds.", why, PAUSE
        )

    def _word(self, at: datetime, subjects: Subjects) -> str | None:
        if time.monotonic() < self._again_at:
            return None
        problem: Exception | None = None
        for _ in (
            "as it was left",
            "opened anew",
        ):  # a copy that was restarted has ended the connections of before
            try:
                with reading_replica():
                    return public_word(at, subjects)
            except (DatabaseError, InterfaceError) as found:
                problem = found
                connections[ALIAS].close()
        self.leave_alone(problem)
        return None


def as_far(one: str, other: str) -> bool:
    """Whether a word stands for everything that the other stands for: both of its counts only grow."""
    return all(mine >= theirs for mine, theirs in zip(_counts(one), _counts(other), strict=True))


def _counts(word: str) -> tuple[int, int]:
    marks, _, ended = word.partition("-")
    return int(marks), int(ended)
