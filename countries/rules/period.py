"""The time that a figure is about, in words."""

from __future__ import annotations

from editorial.rules.partial_date import PartialDate


def period_in_words(start: PartialDate | None, end: PartialDate | None) -> str:
    """ "2017", "2010 to 2014", "to the end of 2018", "since 2005"; "" where neither end is known.

    Both ends belong to the period. A figure with only an end counts everything up to it.
    """
    if start and end:
        return str(start) if start == end else f"{start} to {end}"
    if end:
        return f"to the end of {end}" if end.precision == "year" and not end.bound else f"until {end}"
    return f"since {start}" if start else ""


def one_year(start: PartialDate | None, end: PartialDate | None) -> int | None:
    """The calendar year that a period is; None for a longer one, a part of a year, or none."""
    return start.year if start and start == end and start.precision == "year" and not start.bound else None


def years_of_period(start: PartialDate | None, end: PartialDate | None) -> range:
    """Every calendar year that a period touches, as far as its ends are known.

    Of an open end only the year in which it begins; none of what has no beginning, or begins "after" or "before" a day.
    Whoever takes a lone end for a time of its own gives it as the beginning.
    """
    if start is None or start.bound:
        return range(0)
    last = end if end is not None and not end.bound else start
    return range(start.year, last.year + 1)
