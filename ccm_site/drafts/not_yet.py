"""Places of a profile for which no table exists yet. A part that has one takes the place of its line in profile.py."""

from __future__ import annotations

from collections.abc import Iterable

from .parts import Part, Sentence, Subject


def not_recorded(what: str) -> Part:
    """Says in so many words that nothing of a kind is recorded here, of any state."""

    def part(about: Subject) -> Iterable[Sentence]:
        yield Sentence(f"{what} recorded here for any state.")

    return part
