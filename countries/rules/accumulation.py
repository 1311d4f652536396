"""Counts over time: how membership of a treaty grew and shrank, in one pass over all states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .standing import Basis, CountedAs, Course


@dataclass(frozen=True)
class Count:
    """How many states counted from that day on, until the next count of the list."""

    since: date
    parties: int
    signatories: int

    @property
    def joined(self) -> int:
        """Parties and signatories together: nobody is counted twice."""
        return self.parties + self.signatories


def accumulation(courses: Iterable[Course], basis: Basis) -> tuple[Count, ...]:
    """Every day on which a count changed, with the counts from that day on; oldest first.

    One pass over the phases of all states. Between two entries nothing changes, so any day of any number of
    years is answered by the last entry not after it.
    """
    changes: dict[date, Counter[CountedAs]] = {}
    for course in courses:
        before = CountedAs.NEITHER
        for phase in course.phases:
            now = phase.counted_as(basis)
            if now is not before and phase.since is not None:
                on_day = changes.setdefault(phase.since, Counter())
                on_day[before] -= 1
                on_day[now] += 1
            before = now
    counts = []
    parties = signatories = 0
    for day in sorted(changes):
        dp, ds = changes[day][CountedAs.PARTY], changes[day][CountedAs.SIGNATORY]
        if dp or ds:
            parties, signatories = parties + dp, signatories + ds
            counts.append(Count(day, parties, signatories))
    return tuple(counts)
