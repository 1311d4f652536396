"""The figures on stocks of all states, read in one pass."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import CharField, F, Q, QuerySet, TextField, Value

from stockpiles.models import DestructionRecord, Figures, RetentionRecord, StockpileHolding

#: The tables that count munitions, by what the place of their records on a state's page is called.
TABLES: dict[str, type[Figures]] = {
    model.PLACE: model for model in (DestructionRecord, StockpileHolding, RetentionRecord)
}
#: Every column that any of them has, but the long texts, of which no sum is made.
COLUMNS = tuple(
    dict.fromkeys(
        field.attname
        for model in TABLES.values()
        for field in model._meta.concrete_fields
        if not isinstance(field, TextField)
    )
)


def figures(*, countries: Collection[int] | None = None) -> list[Figures]:
    """Every figure on stocks, destruction and retention (of some states, or all), without its texts. One query."""
    asked = Q() if countries is None else Q(country__in=countries)
    first, *others = (_part(model).filter(asked) for model in TABLES.values())
    found = [_record(*row) for row in first.union(*others, all=True)]
    return sorted(found, key=lambda record: (record.country_id, record.PLACE, record.pk))


@cache
def _part(model: type[Figures]) -> QuerySet[Figures, tuple[Any, ...]]:
    """One table's part of the union; a column that it does not have is empty. Made once: it has fifty columns."""
    own = {field.attname for field in model._meta.concrete_fields}
    return model._default_manager.order_by().values_list(
        Value(model.PLACE, output_field=CharField()),
        F("munition_type__designation"),
        *(name if name in own else Value(None, output_field=CharField()) for name in COLUMNS),
    )


def _record(place: str, designation: str | None, *values: Any) -> Figures:
    """A row of the union as a record of its table. It knows its designation, so that no row asks for its type."""
    model, read = TABLES[place], dict(zip(COLUMNS, values, strict=True))
    names = [field.attname for field in model._meta.concrete_fields if field.attname in read]
    record = model.from_db(DEFAULT_DB_ALIAS, names, [read[name] for name in names])
    record.designation = designation or ""
    return record
