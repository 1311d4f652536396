"""How far a record reaches: the day asked about, and the last day that the record covers.

An answer that speaks of a day names both. Absence of a record says something only of a day up to which the record is
known to be whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .calendar import spoken
from .known_day import KnownAt


@dataclass(frozen=True)
class Horizon:
    """How far the record of one kind of fact reaches.

    until       the last day of which something could be on record here; None if nobody has said
    is_whole    whether every fact of the kind up to that day is on record, so that silence means "none"
    """

    until: date | None = None
    is_whole: bool = False

    @property
    def whole_until(self) -> date | None:
        """The last day of which silence of the record says something; None if silence never does."""
        return self.until if self.is_whole else None


UNKNOWN = Horizon()


def together(horizons: Iterable[Horizon]) -> Horizon:
    """How far an answer reaches that rests on several kinds of fact: no further than the shortest of them.

    Whole only if each of them is. A kind of which nobody has said how far it reaches leaves the others' day standing,
    but the answer is not whole.
    """
    found = list(horizons)
    days = [one.until for one in found if one.until is not None]
    return Horizon(min(days, default=None), bool(found) and all(one.is_whole for one in found))


@dataclass(frozen=True)
class Asked:
    """The two days of an answer.

    day             the day that it speaks of
    complete_until  the last day that the record behind it covers; None if nobody has said
    newest          the newest day of which the record can speak: its last, or today if that is earlier
    is_asked        somebody named the day; otherwise it is the newest
    known           the moment in the past of which it is asked what this site knew then; None for today
    """

    day: date
    complete_until: date | None
    newest: date
    is_asked: bool = False
    known: KnownAt | None = None

    @property
    def is_beyond(self) -> bool:
        """Whether the answer speaks of a day later than the record covers."""
        return self.complete_until is not None and self.day > self.complete_until

    @property
    def record_words(self) -> str:
        """ "record up to 3 February 2026"."""
        if self.complete_until is None:
            return "how far the record reaches is not on record"
        return f"record up to {spoken(self.complete_until)}"

    @property
    def in_words(self) -> str:
        """ "3 February 2026, the last day of the record", or "1 January 2030, by the record up to 3 February 2026"."""
        if self.complete_until is None:
            return f"{spoken(self.day)} ({self.record_words})"
        if self.day == self.complete_until:
            return f"{spoken(self.day)}, the last day of the record"
        return f"{spoken(self.day)}, by the {self.record_words}"

    @property
    def caveat(self) -> str:
        """What a reader must know of an answer for a day beyond the record; "" where it is covered."""
        if not self.is_beyond or self.complete_until is None:
            return ""
        return (
            f"The record ends on {spoken(self.complete_until)}. What happened between that day and {spoken(self.day)} "
            "is not on record here; the answer shows what follows if nothing did."
        )


def asked_day(given: date | None, *, today: date, horizon: Horizon, known: KnownAt | None = None) -> Asked:
    """The day an answer speaks of: the one asked for, else today or the last day of the record, whichever is earlier.

    Where it is asked what was known at a moment, that moment's day stands for today.
    """
    today = known.day if known is not None else today
    newest = today if horizon.until is None else min(today, horizon.until)
    return Asked(given or newest, horizon.until, newest, is_asked=given is not None, known=known)
