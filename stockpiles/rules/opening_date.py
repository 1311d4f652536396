"""A stock to begin with cannot be dated after its end."""

from __future__ import annotations

from collections.abc import Iterable

from .dated import Dated, in_words


def opening_after_end(about: Dated | None, completed_on: Dated | None, totals_until: Iterable[Dated] = ()) -> str:
    """Why an opening stock cannot be about that day; "" if it can.

    Austria destroyed its last item on 8 November 2010. A yearbook of 2021 that gives the stock is when it was said,
    not what it is about.

    completed_on  when the last item was destroyed
    totals_until  up to when a total says that all was destroyed
    """
    if about is None or about.earliest is None:
        return ""
    for end, what in [
        (completed_on, "the destruction was completed"),
        *((t, "it was destroyed") for t in totals_until),
    ]:
        if end is not None and end.latest is not None and about.earliest > end.latest:
            return (
                f"The opening stock is dated {in_words(about)}, after {what} ({in_words(end)}); "
                "the year of a document belongs to when it was said."
            )
    return ""
