"""What is improbable in a proposed change. It may be right all the same: whoever confirms it says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from editorial.models import ChangeRow
from editorial.slots import Slot


class Doubt(NamedTuple):
    """One value to look at twice: the row in its own words, and what is odd about it."""

    label: str
    words: str

    def __str__(self) -> str:
        return f"{self.label}: {self.words}"


doubts: Slot[Callable[[Sequence[ChangeRow]], Iterable[Doubt]]] = Slot("doubts about a proposed change")
"""Asked while the rows are not written: what is stored is what was known before."""


def doubts_about(rows: Sequence[ChangeRow]) -> list[Doubt]:
    """Everything that is improbable in the rows."""
    return [doubt for ask in doubts for doubt in ask(rows)]
