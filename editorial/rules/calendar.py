"""Counting in calendar months and years, as treaties do."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime

_WORDS = {
    1: ("one", "first"),
    2: ("two", "second"),
    3: ("three", "third"),
    4: ("four", "fourth"),
    5: ("five", "fifth"),
}
_WORDS |= {6: ("six", "sixth"), 7: ("seven", "seventh"), 8: ("eight", "eighth"), 9: ("nine", "ninth")}
_WORDS |= {10: ("ten", "tenth"), 11: ("eleven", "eleventh"), 12: ("twelve", "twelfth")}


def add_months(day: date, months: int) -> date:
    """The same day of the month, that many months later; the last day where the month is shorter.

    Six months after 31 August is 28 (or 29) February. Negative numbers count backwards.
    Raises ValueError outside the years 1 to 9999.
    """
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"{months} months from {day} is outside the calendar.")
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day that many years later; 28 February for a 29 February that the year does not have."""
    return add_months(day, 12 * years)


def months_between(start: date, end: date) -> int | None:
    """Whole calendar months from ``start`` to ``end``, or None when they do not come out even."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) == end else None


def first_of_month_after(day: date, months: int) -> date:
    """The first day of the month that comes that many months after the month of the day.

    Whatever the day: the sixth month after September is March, for the 1st as for the 30th.
    """
    return add_months(day.replace(day=1), months)


def in_words(number: int) -> str:
    """Small counts in words, as the treaties write them: 6 is "six"; from 13 on in digits."""
    return _WORDS[number][0] if number in _WORDS else str(number)


def ordinal(number: int) -> str:
    """ "sixth"; from 13 on with digits: "13th", "21st", "30th"."""
    if number in _WORDS:
        return _WORDS[number][1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def spoken(day: date) -> str:
    """A date in words: 1 March 2013."""
    return f"{day.day} {day:%B} {day.year}"


def day_and_time(at: datetime) -> str:
    """A moment in words, as the desk has it: 15 January 2027, 09:00 UTC."""
    utc = at.astimezone(UTC)
    return f"{spoken(utc.date())}, {utc:%H:%M} UTC"
