"""Only what has happened is recorded: a day of a record lies ahead only where its table says that it may."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone

from editorial.rules.calendar import spoken
from editorial.rules.partial_date import PartialDate

from .fields import PartialDateField

ONLY_WHAT_HAPPENED = "Only what has happened is recorded."


def day_fields(model: type[models.Model]) -> list[Any]:
    """The fields of a table that name a day, a month or a year."""
    return [
        f
        for f in model._meta.concrete_fields
        if isinstance(f, PartialDateField)
        or (isinstance(f, models.DateField) and not isinstance(f, models.DateTimeField))
    ]


def lying_ahead(record: models.Model, may: Collection[str], but: Collection[str] = ()) -> dict[str, str]:
    """Words for each day of a record that is still to come, by field; not for those that ``may`` be, nor ``but`` these.

    A month or year lies ahead when its first day does; "before 2031" lies ahead by its bound, since nobody can know yet.
    """
    today = timezone.localdate()
    found = {}
    for f in day_fields(type(record)):
        if f.name in may or f.name in but:
            continue
        value = f.to_python(getattr(record, f.attname))
        if value is not None and _first(value) > today:
            said = str(value) if isinstance(value, PartialDate) else spoken(value)
            found[f.name] = f"{said[:1].upper()}{said[1:]} lies ahead. {ONLY_WHAT_HAPPENED}"
    return found


def _first(value: date | PartialDate) -> date:
    if isinstance(value, PartialDate):
        return value.earliest
    return value.date() if isinstance(value, datetime) else value
