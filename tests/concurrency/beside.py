"""Two people at once: what one of them does on a connection of its own, and how long the other waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import close_old_connections, connection, transaction

PATIENCE = 20  # seconds; only a wait for a lock lasts so long

needs_two_writers = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="needs PostgreSQL: SQLite has one writer at a time (DATABASE_URL)",
    ),
]


class Beside:
    """Something done on another connection: whether it is over, and what it raised."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.raised: Exception | None = None
        self.thread = threading.Thread(target=self._run, args=[act], daemon=True)
        self.thread.start()

    def _run(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Exception as problem:
            self.raised = problem
        finally:
            close_old_connections()
            connection.close()

    def is_over(self, within: float = PATIENCE) -> bool:
        self.thread.join(within)
        return not self.thread.is_alive()


@contextmanager
def open_change(change: Callable[[], object]) -> Iterator[None]:
    """A change that another connection has made and commits only at the end."""
    changed, done = threading.Event(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            change()
            changed.set()
            assert done.wait(PATIENCE)

    writer = Beside(write)
    assert changed.wait(PATIENCE), writer.raised
    try:
        yield
    finally:
        done.set()
        assert writer.is_over()
        assert writer.raised is None
