"""The days of a meeting, written as its documents write them."""

from __future__ import annotations

from editorial.rules.partial_date import MONTHS, PartialDate

_FINER = {"year": 0, "month": 1, "day": 2}


def span_in_words(start: PartialDate, end: PartialDate | None) -> str:
    """ "23–25 May 2007", "31 March–1 April 2008", "30 December 2010–2 January 2011", "May 2007", "18 March 2009".

    Where one end is known less exactly than the other and they meet in one month or year, it is named once:
    "November 2006, ending on 17 November". Dates with a bound are written out: "after 31 July 2013 to December 2013".
    """
    if end is None or end == start:
        return str(start)
    if start.bound or end.bound:
        return f"{start} to {end}"
    if start.precision != end.precision:
        return _of_two_precisions(start, end)
    if start.year != end.year:
        return f"{start}–{end}"
    if start.day is None or end.day is None or start.month is None:
        return f"{MONTHS[(start.month or 1) - 1]}–{end}" if start.month else f"{start}–{end}"
    if start.month == end.month:
        return f"{start.day}–{end}"
    return f"{start.day} {MONTHS[start.month - 1]}–{end}"


def _of_two_precisions(start: PartialDate, end: PartialDate) -> str:
    if _FINER[end.precision] > _FINER[start.precision] and start.earliest <= end.earliest <= start.latest:
        month = MONTHS[(end.month or 1) - 1]
        return f"{start}, ending on {end.day} {month}" if end.day else f"{start}, ending in {month}"
    if _FINER[start.precision] > _FINER[end.precision] and end.earliest <= start.latest <= end.latest:
        return f"from {start}, ending in the same {end.precision}"
    return f"{start} to {end}"
