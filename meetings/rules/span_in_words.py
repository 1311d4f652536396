"""The days of a meeting, written as its documents write them."""

from __future__ import annotations

from editorial.rules.partial_date import MONTHS, PartialDate


def span_in_words(start: PartialDate, end: PartialDate | None) -> str:
    """ "23–25 May 2007", "31 March–1 April 2008", "30 December 2010–2 January 2011", "May 2007", "18 March 2009".

    Dates of different precision, or with a bound, are written out: "November 2006 to 17 November 2006".
    """
    if end is None or end == start:
        return str(start)
    if start.bound or end.bound or start.precision != end.precision:
        return f"{start} to {end}"
    if start.year != end.year:
        return f"{start}–{end}"
    if start.day is None or end.day is None or start.month is None:
        return f"{MONTHS[(start.month or 1) - 1]}–{end}" if start.month else f"{start}–{end}"
    if start.month == end.month:
        return f"{start.day}–{end}"
    return f"{start.day} {MONTHS[start.month - 1]}–{end}"
