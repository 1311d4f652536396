"""How much a text may hold. Beyond it reading would take seconds: nobody writes so, only a machine or a mistake does.

Each limit stands far above what the longest researched text holds (60,000 characters with all its notes), and is asked
by counting, before the text is parsed.
"""

from __future__ import annotations

from collections.abc import Iterator

LONGEST_TEXT = 150_000  # characters
MOST_LINES = 5_000
MOST_CELLS = 10_000  # of all tables: lines of a block, each as wide as its widest
_SIGNS = (  # each may open something whose end has to be looked for
    ("opening brackets “[”", "[", 4_000),
    ("asterisks, underscores, tildes and backticks", "*_~`", 10_000),
    ("full stops and colons", ".:", 10_000),  # addresses are looked for at each
)


def beyond_bounds(text: str) -> str:
    """What of a text is too much, and what to do; "" for a text that can be read."""
    for words, found, most in _counts(text):
        if found > most:
            return (
                f"It has {found:,} {words}; at most {most:,} are read. Take out what was pasted by mistake, or divide "
                "the text."
            )
    return ""


def _counts(text: str) -> Iterator[tuple[str, int, int]]:
    yield "characters", len(text), LONGEST_TEXT
    yield "lines", text.count("\n") + 1, MOST_LINES
    for words, signs, most in _SIGNS:
        yield words, sum(text.count(sign) for sign in signs), most
    yield "cells of tables", _cells(text), MOST_CELLS


def _cells(text: str) -> int:
    """A table ends at an empty line; until then each line is a row of it, filled up to the width of its head."""
    cells = rows = widest = 0
    for line in [*text.split("\n"), ""]:
        if line.strip():
            rows, widest = rows + 1, max(widest, line.count("|"))
        else:
            cells, rows, widest = cells + rows * widest, 0, 0
    return cells
