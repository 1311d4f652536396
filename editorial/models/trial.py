"""Rows that are written to see what would follow, and are undone before anybody could read them.

What is kept for readers alone, such as the entries of the search, need not follow such rows: that is half of their cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_is_on: ContextVar[bool] = ContextVar("rows_are_written_on_trial", default=False)


@contextmanager
def on_trial() -> Iterator[None]:
    """Whoever opens it undoes all that is written inside."""
    token = _is_on.set(True)
    try:
        yield
    finally:
        _is_on.reset(token)


def is_on_trial() -> bool:
    return _is_on.get()
