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
