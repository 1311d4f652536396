"""Where in an order a row stands, so that a list can go on from there: as quick at its end as at its beginning."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F, OrderBy, Q, QuerySet, Window
from django.db.models.functions import Mod, RowNumber


def turned(name: str) -> str:
    """The same field the other way round."""
    return name[1:] if name.startswith("-") else f"-{name}"


def beyond(order: Sequence[str], values: Sequence[object]) -> Q:
    """Rows that come after those values: a < x, or a = x and b < y, …; the first bound helps the index.

    ``order`` ends with a unique field and names no nullable one.
    """
    condition = Q()
    for place in range(len(order)):
        equal = {name.lstrip("-"): value for name, value in zip(order[:place], values, strict=False)}
        name = order[place]
        comparison = "lt" if name.startswith("-") else "gt"
        condition |= Q(**equal, **{f"{name.lstrip('-')}__{comparison}": values[place]})
    if len(order) > 1:
        first, comparison = order[0].lstrip("-"), "lte" if order[0].startswith("-") else "gte"
        condition &= Q(**{f"{first}__{comparison}": values[0]})
    return condition


def every(step: int, rows: QuerySet, order: Sequence[str]) -> list[tuple[object, ...]]:
    """The values by which every so many-th row stands in that order: landmarks for ``beyond``. One query."""
    fields = [name.lstrip("-") for name in order]
    by = [OrderBy(F(field), descending=name.startswith("-")) for field, name in zip(fields, order, strict=True)]
    placed = rows.order_by(*order).annotate(place=Window(RowNumber(), order_by=by))
    return list(placed.annotate(rest=Mod("place", step)).filter(rest=0).order_by("place").values_list(*fields))
