"""When something happened, as exactly as a source says: between an earliest and a latest day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

from editorial.rules.explained import shown
from editorial.rules.partial_date import PartialDate

from .before_the_convention import before_it_was_opened


class Dated(Protocol):
    """A date with bounds. "June 2023" has two; "after 31 July 2013" has no latest day."""

    @property
    def earliest(self) -> date | None: ...

    @property
    def latest(self) -> date | None: ...


@dataclass(frozen=True)
class Within:
    """The plainest dated thing: two bounds, either of which may be missing, and the words of the source."""

    earliest: date | None
    latest: date | None
    words: str = field(default="", compare=False)

    def __str__(self) -> str:
        return in_words(self)


@lru_cache(maxsize=4096)  # a ledger asks the same dates again and again
def bounds(when: PartialDate | None) -> Within | None:
    """The days that a partial date can mean: "after 31 July 2013" begins the day after and has no end."""
    if when is None:
        return None
    if when.bound == "after":
        return Within(when.latest + timedelta(days=1), None, str(when))
    if when.bound == "before":
        return Within(None, when.earliest - timedelta(days=1), str(when))
    return Within(when.earliest, when.latest, str(when))


def on(day: date) -> Within:
    """Something that happened on a known day."""
    return Within(day, day)


def in_words(when: Dated | None) -> str:
    """The bounds as a reader says them: "15 December 2023", "June 2023", "date not found"."""
    if when is None or (when.earliest is None and when.latest is None):
        return "date not found"
    if words := getattr(when, "words", ""):
        return str(words)
    if when.earliest == when.latest:
        return shown(when.earliest)
    if when.earliest is None:
        return f"no later than {shown(when.latest)}"
    if when.latest is None:
        return f"no earlier than {shown(when.earliest)}"
    return f"{shown(when.earliest)} to {shown(when.latest)}"


@dataclass(frozen=True)
class DayCount:
    """How many days lie between a deadline and an event whose date may be inexact.

    Positive is early, negative is late. A missing bound means that the date has none on that side. ``words`` are
    said in place of the count where a count would mislead.
    """

    least: int | None
    most: int | None
    words: str = field(default="", compare=False)

    @property
    def exact(self) -> int | None:
        return self.least if self.least == self.most else None

    @property
    def is_early(self) -> bool:
        """Certainly on the deadline or before it."""
        return self.least is not None and self.least >= 0

    @property
    def is_late(self) -> bool:
        """Certainly after the deadline."""
        return self.most is not None and self.most < 0

    def __str__(self) -> str:
        if self.words:
            return self.words
        if self.exact is not None:
            return "on the day itself" if self.exact == 0 else _days(self.exact)
        if self.least == 0 and self.most is None:
            return "on the day itself or early"
        if self.is_early:
            return (
                f"at least {_days(self.least or 0)}"
                if self.most is None
                else _range(self.least, self.most, "early")
            )
        if self.is_late:
            least = abs(self.most or 0)
            return (
                f"at least {_number(least)} late" if self.least is None else _range(least, abs(self.least), "late")
            )
        return "early or late: the date is not exact enough to tell"


def days_before(deadline: date, when: Dated) -> DayCount:
    """Days from an event to its deadline: ``deadline`` less the event, for both of its bounds.

    Of an event from before the convention was opened for signature that is said instead of the days.
    """
    return DayCount(
        least=None if when.latest is None else (deadline - when.latest).days,
        most=None if when.earliest is None else (deadline - when.earliest).days,
        words=before_it_was_opened(when.latest),
    )


def _number(days: int) -> str:
    return f"{days} day" if days == 1 else f"{days:,} days"


def _days(days: int) -> str:
    return f"{_number(abs(days))} {'early' if days >= 0 else 'late'}"


def _range(least: int | None, most: int | None, word: str) -> str:
    return f"{least:,} to {most:,} days {word}"
