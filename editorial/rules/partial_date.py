"""Dates as precise as their source: a year, a month, a day, or a bound such as "after 31 July 2013"."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["year", "month", "day"]
Bound = Literal["", "after", "before", "about"]

MONTHS = tuple(month_name)[1:]
_MONTH_NUMBER = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
_MONTH_NUMBER |= {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)}
_MARKS: dict[str, Bound] = {"": "", ">": "after", "<": "before", "~": "about"}
_MARK_OF = {bound: mark for mark, bound in _MARKS.items()}

_STORED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([<>~]?)", re.ASCII)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})", re.ASCII)


class BadDate(ValueError):
    """Text that is no date; the message says which forms are understood."""


@dataclass(frozen=True, order=False)
class PartialDate:
    """A date known to the year, the month or the day, perhaps only as a bound. Gregorian calendar.

    Raises BadDate for a day that does not exist.
    """

    year: int
    month: int | None = None
    day: int | None = None
    bound: Bound = ""

    def __post_init__(self) -> None:
        if not 1000 <= self.year <= 9999:
            raise BadDate(f"The year {self.year} is outside 1000 to 9999.")
        if self.month is None:
            if self.day is not None:
                raise BadDate("A day needs its month.")
            return
        if not 1 <= self.month <= 12:
            raise BadDate(f"There is no month {self.month}.")
        if self.day is not None and not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            raise BadDate(f"{MONTHS[self.month - 1]} {self.year} has no day {self.day}.")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "2007", "2007-05", "2007-05-23", "May 2007", "23 May 2007", each perhaps after "after", "before"
        or "about". Also reads the stored form. Raises BadDate naming the text and the forms understood."""
        given = text.strip()
        if m := _STORED.fullmatch(given):
            return cls._of(m[1], m[2], m[3], _MARKS[m[4]], given)
        bound: Bound = ""
        rest = given
        for word in ("after", "before", "about"):
            if given.lower().startswith(word + " "):
                bound, rest = word, given[len(word) :].strip()
        if m := _ISO.fullmatch(rest):
            return cls._of(m[1], m[2], m[3], bound, given)
        if (m := _WORDS.fullmatch(rest)) and (month := _MONTH_NUMBER.get(m[2].lower())):
            return cls._of(m[3], str(month), m[1], bound, given)
        raise BadDate(
            f"“{given[:60]}” is not a date. Write 2007, 2007-05, 2007-05-23, “May 2007” or “23 May 2007”, "
            "if need be after “after”, “before” or “about”."
        )

    @classmethod
    def _of(cls, year: str, month: str | None, day: str | None, bound: Bound, given: str) -> PartialDate:
        try:
            return cls(int(year), int(month) if month else None, int(day) if day else None, bound)
        except BadDate as problem:
            raise BadDate(f"“{given[:60]}”: {problem}") from None

    @classmethod
    def from_json(cls, value: dict[str, str] | None) -> PartialDate | None:
        """What ``as_json`` made; None for none."""
        return cls.parse(f"{value.get('bound', '')} {value['value']}".strip()) if value else None

    @property
    def precision(self) -> Precision:
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def iso(self) -> str:
        """ISO 8601 at its precision, without the bound: 2007, 2007-05, 2007-05-23."""
        known = (part for part in (self.year, self.month, self.day) if part is not None)
        return "-".join(f"{part:02d}" for part in known)

    @property
    def stored(self) -> str:
        """The form kept in the database; sorts by time."""
        return self.iso + _MARK_OF[self.bound]

    @property
    def earliest(self) -> date:
        """First day it can mean, leaving the bound aside."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Last day it can mean, leaving the bound aside."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day itself, where the source gives one without a bound."""
        return self.earliest if self.precision == "day" and not self.bound else None

    def as_json(self) -> dict[str, str]:
        """Value and precision (and the bound, where there is one), as the API gives every partial date."""
        return {"value": self.iso, "precision": self.precision} | ({"bound": self.bound} if self.bound else {})

    def __str__(self) -> str:
        month = MONTHS[self.month - 1] if self.month is not None else ""
        return " ".join(str(word) for word in (self.bound, self.day, month, self.year) if word)
