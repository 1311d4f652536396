"""A row's values in one plain form, as JSON can hold and anybody compare: what a change set keeps of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias
from uuid import UUID

from django.db import models

from editorial.models import Tracked, TrackedVersion

from .words import fields_kept

Plain: TypeAlias = dict[str, str | int | bool | None]


class Gone(LookupError):
    """A value names a row that is not there (any more). ``args`` are its table and its public id."""


def plain_values(row: Tracked | TrackedVersion, model: type[Tracked]) -> Plain:
    """The values of a row, or of a version of one, by field name. A key to a tracked row is that row's public id.

    Raises Gone for a key to a tracked row that is not there.
    """
    return {f.name: _plain(f, row) for f in fields_kept(model)}


def _plain(f: Any, row: models.Model) -> str | int | bool | None:
    value = getattr(row, f.attname)
    if value is None:
        return None
    if isinstance(f, models.ForeignKey):
        return _public_id(f, value) if issubclass(f.related_model, Tracked) else int(value)
    value = f.to_python(value)
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str) and not isinstance(f, models.DecimalField):
        return str(value)  # a choice's value, without its class
    return str(f.value_to_string(row))


def _public_id(f: Any, number: object) -> str:
    found = f.related_model._base_manager.filter(pk=number).values_list("public_id", flat=True).first()
    if found is None:
        raise Gone(f.related_model, number)
    return str(found)


Numbers: TypeAlias = dict[tuple[type[models.Model], str], object]
"""Keys of rows by table and public id, of those that were looked up."""


def set_values(
    record: Tracked, values: Mapping[str, object], names: Iterable[str], numbers: Numbers | None = None
) -> None:
    """Put some plain values into a record, not saved. Raises Gone for a key to a row that is not there.

    ``numbers`` are keys that are known, and takes those that are looked up: for many records that name the same rows.
    """
    for name in names:
        f: Any = record._meta.get_field(name)
        setattr(record, f.attname, _python(f, values[name], {} if numbers is None else numbers))


def _python(f: Any, value: object, numbers: Numbers) -> object:
    if value is None:
        return None
    if isinstance(f, models.ForeignKey):
        if not issubclass(f.related_model, Tracked):
            return value
        key = (f.related_model, str(value))
        if key not in numbers:
            rows = f.related_model._base_manager.filter(public_id=UUID(str(value)))
            if (found := rows.values_list("pk", flat=True).first()) is None:
                raise Gone(f.related_model, value)
            numbers[key] = found
        return numbers[key]
    return f.to_python(value)
