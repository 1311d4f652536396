"""Days as addresses and answers write them: ``2013-07-31``."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
LONGEST_SHOWN = 60


class NoSuchDay(ValueError):
    """Text that is no day of the calendar; the message says so and gives an example."""


def day_of(text: str) -> date:
    """Read "2013-07-31". Raises NoSuchDay for anything else, also for 2013-02-30 and the year 0."""
    given = text.strip()
    try:
        if _ISO.fullmatch(given):
            return date.fromisoformat(given)
    except ValueError:
        pass
    raise NoSuchDay(f"“{given[:LONGEST_SHOWN]}” is not a day. Write it as 2013-07-31.")
