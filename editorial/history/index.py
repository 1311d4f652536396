"""The index of a whole: that versions were written, by whom, and which came before which; nothing of what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Cast

from editorial.models import Tracked, User

from .tables import HistoryTable, tables_of


class WrittenVersion(NamedTuple):
    """That a version was written: in which table, under which number, of which row, by whom."""

    place: int
    id: int
    row: int
    by: int | None


@dataclass(frozen=True)
class Index:
    """Every version of a whole, newest first, and which one came before it; nothing of what they say."""

    pk: int
    tables: list[HistoryTable]
    versions: list[WrittenVersion]
    before: dict[tuple[int, int], int] = field(repr=False)


def index_of(model: type[Tracked], pk: int) -> Index:
    """The index of a whole. One query: a database that keeps long texts inside its rows reads them all each time."""
    tables = tables_of(model)
    asked = [
        table.versions_of_rows(pk)
        .order_by()
        .values_list(
            Cast(
                "history_date", models.TextField()
            ),  # ISO in UTC sorts alike; thousands of dates are slow to read
            Value(place),
            "history_id",
            F(table.model._meta.pk.attname),
            F(table.key),
            "history_user_id",
        )
        for place, table in enumerate(tables)
    ]
    found = sorted(asked[0].union(*asked[1:], all=True) if asked[1:] else asked[0])
    before: dict[tuple[int, int], int] = {}
    last: dict[tuple[int, int], int] = {}
    versions = []
    for _, place, id_, row, whole, by in found:
        if (earlier := last.get((place, row))) is not None:
            before[place, id_] = earlier
        last[place, row] = id_
        if whole == pk:
            versions.append(WrittenVersion(place, id_, row, by))
    return Index(pk, tables, versions[::-1], before)


def people_of(index: Index) -> list[User]:
    """Everybody who wrote a version of the whole. One query."""
    wrote = {version.by for version in index.versions if version.by is not None}
    return list(User.objects.filter(pk__in=wrote).order_by("last_name", "first_name", "username"))
