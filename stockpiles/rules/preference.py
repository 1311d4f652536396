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


def without_vaguer(claims: Iterable[R], when: Callable[[R], Dated | None]) -> list[R]:
    """The claims without those whose date says less than another's that it allows for.

    "November 2010" and "8 November 2010" do not contradict each other: the second says more. A claim without a date,
    or with one that another only shares, stays. What an editor decided on stays too.
    """
    claims = list(claims)
    return [
        claim
        for claim in claims
        if claim.rank == PREFERRED or not any(_allows_for(when(claim), when(other)) for other in claims)
    ]


def _allows_for(vague: Dated | None, exact: Dated | None) -> bool:
    """Whether the days of the second lie among those of the first, and are fewer."""
    if vague is None or exact is None or (vague.earliest, vague.latest) == (exact.earliest, exact.latest):
        return False
    if any(one.earliest is None and one.latest is None for one in (vague, exact)):
        return False
    begins_before = vague.earliest is None or (exact.earliest is not None and vague.earliest <= exact.earliest)
    ends_after = vague.latest is None or (exact.latest is not None and exact.latest <= vague.latest)
    return begins_before and ends_after


def _day(when: Dated | None) -> date:
    return (when.latest or when.earliest if when else None) or date.min
