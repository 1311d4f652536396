"""Months between two deadlines: how a granted date is put into the words of a request."""

from __future__ import annotations

from datetime import date

from editorial.rules.calendar import add_months


def months_between(start: date, end: date) -> int | None:
    """Whole calendar months from ``start`` to ``end``, or None when they do not come out even."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) == end else None
