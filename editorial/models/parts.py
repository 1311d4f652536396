"""Wholes and their parts: a statement with its parties, an extension request with its benchmarks.

A table says what its rows are parts of in PART_OF (see Tracked); timeline, restore, reopening, authors, undo, the mark
of a form and access all read it here. A whole is part of nothing else.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from django.db import models

from .tracked import FourEyes, Tracked


class PartTable(NamedTuple):
    """One kind of row that belongs to a whole: its model and the foreign key that binds it."""

    model: type[Tracked]
    key: str


@cache
def parts_of(model: type[models.Model]) -> tuple[PartTable, ...]:
    """The kinds of rows that are parts of a record of this model; none for a table without parts."""
    tables = ((relation.related_model, relation.field.name) for relation in model._meta.related_objects)
    return tuple(
        PartTable(table, key) for table, key in tables if issubclass(table, Tracked) and key == table.PART_OF
    )


def whole_of(model: type[models.Model]) -> type[Tracked] | None:
    """The table whose records the rows of a model are parts of; None for a table that stands for itself."""
    key = model.PART_OF if issubclass(model, Tracked) else ""
    whole = model._meta.get_field(key).related_model if key else None
    return whole if isinstance(whole, type) and issubclass(whole, Tracked) else None


def four_eyes_of(model: type[Tracked]) -> FourEyes:
    """By what a second person sees the changes of a table: a part follows its whole."""
    return (whole_of(model) or model).FOUR_EYES


@cache
def country_path(model: type[models.Model]) -> str:
    """The lookup from a table to the country that its rows are about; "" for tables about none.

    A part is about what its whole is about: a benchmark about the country of its request.
    """
    if not issubclass(model, Tracked):
        return ""
    if (whole := whole_of(model)) is None:
        return model.COUNTRY_PATH
    path = country_path(whole)
    return f"{model.PART_OF}__{path}" if path else ""
