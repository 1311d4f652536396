"""One number of a recorded vote as several sources give it: agreed, preferred, disputed or not given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PREFERRED, SUPERSEDED = "preferred", "superseded"


@dataclass(frozen=True)
class VoteFigure:
    """``number`` is what all sources give, or the one that is preferred; None where none is given, or none preferred
    of several. ``others`` are the numbers that other sources give, the lowest first."""

    number: int | None = None
    others: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """ "144", "139 (another source: 140)", "139 or 140", "not recorded"."""
        if self.number is None:
            return " or ".join(str(other) for other in self.others) or "not recorded"
        if not self.others:
            return str(self.number)
        word = "another source" if len(self.others) == 1 else "other sources"
        return f"{self.number} ({word}: {', '.join(str(other) for other in self.others)})"


def vote_figure(given: Iterable[tuple[int | None, str]]) -> VoteFigure:
    """The number out of what sources give, each with the rank of its claim. What is superseded does not count.

    >>> vote_figure([(139, "normal"), (140, "normal")]).words
    '139 or 140'
    """
    said = [(number, rank) for number, rank in given if number is not None and rank != SUPERSEDED]
    numbers = sorted({number for number, _ in said})
    preferred = {number for number, rank in said if rank == PREFERRED}
    chosen = preferred or set(numbers)
    if len(chosen) != 1:
        return VoteFigure(None, tuple(numbers))
    (number,) = chosen
    return VoteFigure(number, tuple(other for other in numbers if other != number))
