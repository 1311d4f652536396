"""Names of headings for addresses: made from the title alone, unique in a text."""

from __future__ import annotations

import re

from editorial.rules.folding import folded

_LONGEST = 80


class Anchors:
    """Hands out anchors in the order of the text; a title that comes again gets -2, -3 …"""

    def __init__(self, reserved: tuple[str, ...] = ()) -> None:
        self._taken = set(reserved)
        self._last: dict[str, int] = {}

    def of(self, title: str) -> str:
        name = slug(title) or "section"
        anchor, count = name, self._last.get(name, 1)
        while anchor in self._taken:
            count += 1
            anchor = f"{name}-{count}"
        self._taken.add(anchor)
        self._last[name] = count
        return anchor


def slug(title: str) -> str:
    """Lower-case words joined by hyphens, accents kept apart from letters dropped: "Côte d’Ivoire" → cote-divoire."""
    bare = folded(title).replace("’", "").replace("'", "")
    return re.sub(r"[\W_]+", "-", bare)[:_LONGEST].strip("-")
