"""Which rows of a change readers are told of: those that they see before it, or after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from editorial.history.words import Column, fields_kept
from editorial.models import ChangeRow, LocatorField, RowKind, Source, Tracked

from .where_used import public_sources


def told_fields(model: type[Tracked]) -> list[Column]:
    """The fields of a table that some page, file or answer gives; the place in a source comes after the source."""
    found = [f for f in fields_kept(model) if f.name not in model.NOT_TOLD]
    return sorted(found, key=lambda f: isinstance(f, LocatorField))


def says_something(row: ChangeRow) -> bool:
    """Whether a row changes a field that readers are told; what is new or deleted does."""
    if row.kind != RowKind.CHANGED:
        return True
    before, after = row.before or {}, row.after or {}
    return any(before.get(f.name) != after.get(f.name) for f in told_fields(row.model))


def rows_seen(rows: Iterable[ChangeRow], at: datetime) -> set[UUID]:
    """The public ids of those rows that stand now and that readers see. One query a table."""
    wanted: dict[type[Tracked], list[UUID]] = defaultdict(list)
    for row in rows:
        wanted[row.model].append(row.row_id)
    found: set[UUID] = set()
    for model, ids in wanted.items():
        found.update(_seen(model, at).filter(public_id__in=ids).values_list("public_id", flat=True))
    return found


def _seen(model: type[Tracked], at: datetime) -> QuerySet[Any]:
    if model is Source:
        return public_sources(at)
    rows = model.rows_readers_see(at)
    if not model.NEW_IS_UNSEEN:
        return rows
    named = Q(pk__in=[])
    for relation in model._meta.related_objects:
        if issubclass(relation.related_model, Tracked):
            naming = relation.related_model.rows_readers_see(at)
            named |= Q(Exists(naming.filter(**{relation.field.name: OuterRef("pk")})))
    return rows.filter(named)
