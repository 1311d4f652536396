"""Which of several claims about the same thing is used where only one can stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from .dated import Dated


class Ranked(Protocol):
    """A claim as far as the choice needs it."""

    @property
    def rank(self) -> str: ...

    @property
    def when(self) -> Dated | None: ...


R = TypeVar("R", bound=Ranked)

PREFERRED, SUPERSEDED = "preferred", "superseded"


def chosen(claims: Sequence[R]) -> R | None:
    """The claim that an editor preferred; without one, the newest that has not been superseded.

    Of two preferred (or two of the same date) the later in the sequence counts. A claim without a date is older
    than any with one. None if there are none, or all are superseded.
    """
    standing = [claim for claim in claims if claim.rank != SUPERSEDED]
    preferred = [claim for claim in standing if claim.rank == PREFERRED]
    best: R | None = None
    for claim in preferred or standing:
        if best is None or _day(claim) >= _day(best):
            best = claim
    return best


def _day(claim: Ranked) -> date:
    return (claim.when.latest or claim.when.earliest if claim.when else None) or date.min
