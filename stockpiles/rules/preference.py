"""Which of several claims about the same thing is used where only one can stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol, TypeVar

from .dated import Dated


class Ranked(Protocol):
    """A claim on which an editor may have decided."""

    @property
    def rank(self) -> str: ...


R = TypeVar("R", bound=Ranked)

PREFERRED, SUPERSEDED = "preferred", "superseded"


def chosen(claims: Iterable[R], when: Callable[[R], Dated | None]) -> R | None:
    """The claim that an editor preferred; without one, the newest (by ``when``) that has not been superseded.

    Of two preferred (or two of the same date) the later in the sequence counts. A claim without a date is older
    than any with one. None if there are none, or all are superseded.
    """
    standing = [claim for claim in claims if claim.rank != SUPERSEDED]
    best: R | None = None
    for claim in [claim for claim in standing if claim.rank == PREFERRED] or standing:
        if best is None or _day(when(claim)) >= _day(when(best)):
            best = claim
    return best


def _day(when: Dated | None) -> date:
    return (when.latest or when.earliest if when else None) or date.min
