"""What a timeline can be narrowed to: one field of the whole, and the versions that say something else in it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models
from django.db.models.functions import MD5

from editorial.models import Tracked

from .index import Index, WrittenVersion
from .tables import HistoryTable, tables_of
from .words import Column, fields_kept, label_of


def fields_of(model: type[Tracked]) -> list[tuple[str, str]]:
    """What a timeline can be narrowed to: the name and the words of every field of the whole."""
    found = []
    for table in tables_of(model):
        for f in fields_kept(table.model):
            if f.attname == table.key:
                continue
            name = f"{table.name}.{f.name}" if table.name else f.name
            found.append((name, f"{label_of(table.model)}: {label_of(f)}" if table.name else label_of(f)))
    return found


def field_of(tables: Sequence[HistoryTable], field: str) -> tuple[int, Column]:
    """The place of the table, and the field of it, that a timeline is narrowed to."""
    name, _, own = field.rpartition(".")
    place = next(place for place, table in enumerate(tables) if table.name == name)
    return place, next(f for f in fields_kept(tables[place].model) if f.name == own)


def changed_in(index: Index, f: Column, versions: Sequence[WrittenVersion]) -> list[WrittenVersion]:
    """Those of some versions of one table in which a field differs from the version before. One query.

    Of long texts only fingerprints leave the database, and only those of the versions asked about. What was deleted
    kept its last values, so that neither the deletion nor coming back with them counts as a change.
    """
    if not versions:
        return []
    table = index.tables[versions[0].place]
    before = {version.id: index.before.get((version.place, version.id)) for version in versions}
    said: dict[int | None, object] = {None: None}  # before the first version the field said nothing
    if isinstance(f, models.TextField):
        compared = table.model.history.filter(history_id__in={*before, *before.values()} - {None})
        said |= compared.order_by().values_list("history_id", MD5(f.attname))
    else:
        said |= table.versions_of_rows(index.pk).order_by().values_list("history_id", f.attname)
    return [version for version in versions if said[version.id] != said[before[version.id]]]
