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


PublicIds: TypeAlias = dict[tuple[type[models.Model], object], str]
"""Public ids of rows by table and key, of those that were looked up."""


def plain_values(row: Tracked | TrackedVersion, model: type[Tracked], known: PublicIds | None = None) -> Plain:
    """The values of a row, or of a version of one, by field name. A key to a tracked row is that row's public id.

    ``known`` are ids that were looked up, and takes further ones: for many rows that name the same ones. Raises Gone for
    a key to a tracked row that is not there.
    """
    ids: PublicIds = {} if known is None else known
    return {f.name: _plain(f, row, ids) for f in fields_kept(model)}


def _plain(f: Any, row: models.Model, known: PublicIds) -> str | int | bool | None:
    value = getattr(row, f.attname)
    if value is None:
        return None
    if isinstance(f, models.ForeignKey):
        return _public_id(f, value, known) if issubclass(f.related_model, Tracked) else int(value)
    value = f.to_python(value)
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str) and not isinstance(f, models.DecimalField):
        return str(value)  # a choice's value, without its class
    return str(f.value_to_string(row))


def _public_id(f: Any, number: object, known: PublicIds) -> str:
    key = (f.related_model, number)
    if key not in known:
        found = f.related_model._base_manager.filter(pk=number).values_list("public_id", flat=True).first()
        if found is None:
            raise Gone(f.related_model, number)
        known[key] = str(found)
    return known[key]


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
