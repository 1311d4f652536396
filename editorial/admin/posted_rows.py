"""How many rows a form may say that it sends: each is built and checked, so that absurd counts would hold up the desk.

The counts stand hidden in the page; a browser sends those that it was given, and those of rows that were added.
"""

from __future__ import annotations

from collections.abc import Mapping

from editorial.views.parameters import BadParameters

MOST_ROWS = 400  # of one record; every state at a meeting is some 200
_COUNT = "-TOTAL_FORMS"


def refuse_absurd_counts(posted: Mapping[str, str]) -> None:
    """Raises BadParameters where a form says that it sends more rows than a record has."""
    counts = {name: int(value) for name, value in posted.items() if name.endswith(_COUNT) and _is_number(value)}
    if sum(counts.values()) > MOST_ROWS:
        named = max(counts, key=lambda name: counts[name])
        said = f"It says {counts[named]:,}; a record is saved with {MOST_ROWS} further rows at most. Open the form anew."
        raise BadParameters([(named, said)])


def _is_number(value: str) -> bool:
    """Whether it can be counted. What is no number at all the form itself refuses; a count below nothing is one."""
    return value.strip().isdecimal() and len(value) < 1_000
