"""When a piece of work that failed is tried again: later each time, and not for ever."""

from __future__ import annotations

from datetime import timedelta

FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(minutes=10)


def pause_before(attempt: int) -> timedelta:
    """How long to wait before an attempt, counted from 1: none before the first, then 10 s, 30 s, 90 s … 10 minutes."""
    if attempt <= 1:
        return timedelta(0)
    return min(FIRST_PAUSE * 3 ** (attempt - 2), LONGEST_PAUSE)
