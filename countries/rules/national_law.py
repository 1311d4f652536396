"""Which laws count when it is asked how many States Parties have one (Article 9), and on which day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from editorial.rules.calendar import spoken
from editorial.rules.partial_date import PartialDate

ENACTED = ("act", "amendment")
"""Kinds of law made for the convention. One that only approves joining it, an order, or the view that existing law
suffices is something else and not counted."""


class Enacted(Enum):
    """What the record says of a state and a day. Silence of the record is not "none"."""

    BY_THEN = "a law on record by then"
    UNDATED = "a law on record, whose day is not"
    NOT_ON_RECORD = "no such law on record by then"


@dataclass(frozen=True)
class LawSaid:
    """What one source says of one law."""

    kind: str
    status: str
    adopted_on: PartialDate | None = None
    in_force_on: PartialDate | None = None

    @property
    def is_enacted(self) -> bool:
        """Whether it is a law made for the convention, and adopted."""
        return self.kind in ENACTED and self.status in ("adopted", "in_force")


def enacted_by(day: date, said: Iterable[LawSaid]) -> Enacted:
    """Whether a state had a law of its own by a day, as any source says (Article 9).

    Counted from the adoption, and from the entry into force where no other day is known. A date that is only a month or
    a year counts from its last day; one that begins by that day but may end after it is undated for that day.
    """
    found = Enacted.NOT_ON_RECORD
    for law in said:
        if not law.is_enacted:
            continue
        when = law.adopted_on or law.in_force_on
        if when is not None and when.bound != "after" and when.latest <= day:
            return Enacted.BY_THEN
        if when is None or when.earliest <= day:
            found = Enacted.UNDATED
    return found


@dataclass(frozen=True)
class LawCount:
    """How many States Parties have a law of their own on record on a day. Never said to be the whole."""

    day: date
    parties: int
    by_then: int
    undated: int

    @property
    def in_words(self) -> str:
        """ "On 30 November 2020 at least 31 of 110 States Parties (by deposit) had adopted an act or an amendment of their
        own, by what is on record here."."""
        words = (
            f"On {spoken(self.day)} at least {self.by_then} of {self.parties} States Parties (by deposit) had adopted an "
            "act or an amendment of their own, by what is on record here."
        )
        if self.undated:
            others = "another State Party one" if self.undated == 1 else f"{self.undated} other States Parties one"
            words += f" Of {others} is on record, but not whether it was adopted by then."
        return words
