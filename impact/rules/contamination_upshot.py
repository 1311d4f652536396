"""What sources together say of one state's contamination, where a list has room for one word (Article 4).

It decides nothing between sources: where the newest words of two differ, that is what it says, and every claim stands
beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

THERE = frozenset({"contaminated", "residual"})
PERHAPS = frozenset({"suspected", "unclear"})
CLEARED = frozenset({"cleared"})
NONE = frozenset({"none_found", "not_contaminated"})


class ContaminationUpshot(Enum):
    """Words of lists, maps and files, from the gravest to the lightest."""

    AGAIN = "contaminated again after a completion"
    CONTAMINATED = "said to be contaminated"
    DIFFER = "sources differ"
    PERHAPS = "suspected or unclear"
    CLEARED = "said to be cleared"
    NONE = "said to have none"


_OF = {
    **dict.fromkeys(THERE, ContaminationUpshot.CONTAMINATED),
    **dict.fromkeys(PERHAPS, ContaminationUpshot.PERHAPS),
    **dict.fromkeys(CLEARED, ContaminationUpshot.CLEARED),
    **dict.fromkeys(NONE, ContaminationUpshot.NONE),
}


@dataclass(frozen=True)
class ContaminationWord:
    """One answer: what is said, by whom, and of which day at the latest. Without a day it is older than all others."""

    answer: str
    who: str
    day: date | None = None

    @property
    def when(self) -> date:
        return self.day or date.min


def newest_of_each(words: Iterable[ContaminationWord]) -> list[ContaminationWord]:
    """The newest word of each source, the newest first; of two of one day the later in the sequence."""
    found: dict[str, ContaminationWord] = {}
    for word in words:
        if word.who not in found or word.when >= found[word.who].when:
            found[word.who] = word
    return sorted(found.values(), key=lambda word: word.when, reverse=True)


def contamination_upshot(
    words: Sequence[ContaminationWord], asked_for_time: Iterable[date] = ()
) -> ContaminationUpshot:
    """Of what is said of one state; there is at least one word.

    A word that it was cleared ends what was said of earlier days. Whoever says later that it is contaminated, or a request
    for more time under Article 4(5) after that day, means that something was found again: Mauritania completed, found new
    areas, and asked for time. Among what is left the newest word of each source counts; if these differ, it says so.

    Args:
        words: all that is said of the state.
        asked_for_time: the days of its requests under Article 4.
    """
    cleared = max((word.when for word in words if word.answer in CLEARED), default=None)
    standing = [word for word in words if cleared is None or word.answer in CLEARED or word.when > cleared]
    if cleared is not None and (
        any(word.answer in THERE for word in standing) or any(day > cleared for day in asked_for_time)
    ):
        return ContaminationUpshot.AGAIN
    said = {_OF[word.answer] for word in newest_of_each(standing)}
    return said.pop() if len(said) == 1 else ContaminationUpshot.DIFFER
