"""The moment of which somebody asks what this site said: a day, which is asked about at its end, or a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from .calendar import spoken
from .iso_day import NoSuchDay, day_of


class NotKnowable(ValueError):
    """Nobody can say what this site knew then; the words say why."""


@dataclass(frozen=True)
class KnownAt:
    """What was known at a moment.

    at      the moment, in UTC; of a day its last instant
    is_day  whether a day was asked for
    """

    at: datetime
    is_day: bool = True

    @property
    def day(self) -> date:
        return self.at.date()

    @property
    def in_words(self) -> str:
        """ "as this site knew it on 1 March 2026"."""
        clock = "" if self.is_day else f", {self.at:%H:%M:%S} UTC"
        return f"as this site knew it on {spoken(self.day)}{clock}"


def known_at_of(written: str, now: datetime) -> KnownAt:
    """2026-03-01 at its end (or now, for today), or a moment with its offset: 2026-03-01T12:00:00Z.

    Raises NotKnowable for what is neither, and for what has not come yet.
    """
    try:
        day = day_of(written)
    except NoSuchDay as problem:
        return _moment_of(written, now, problem)
    if day > now.date():
        raise NotKnowable(f"{spoken(day)} has not come yet: nobody can say what this site will know then.")
    return KnownAt(min(datetime.combine(day, time.max, UTC), now))


def _moment_of(written: str, now: datetime, problem: NoSuchDay) -> KnownAt:
    try:
        moment = datetime.fromisoformat(written) if "T" in written else None
    except ValueError:
        moment = None
    if moment is None:
        raise NotKnowable(str(problem)) from None
    if moment.tzinfo is None:
        raise NotKnowable("A moment needs its offset from UTC: 2026-03-01T12:00:00Z.")
    try:
        at = moment.astimezone(UTC)
    except OverflowError:
        raise NotKnowable(str(problem)) from None
    if at > now:
        raise NotKnowable("This moment has not come yet: nobody can say what this site will know then.")
    return KnownAt(at, is_day=False)
