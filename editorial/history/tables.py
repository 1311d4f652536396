"""The tables of a whole, and how a version in one of them is named in an address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet

from editorial.models import Tracked, parts_of


class HistoryTable(NamedTuple):
    """A table of the whole: its model, the column that holds the whole's key, and its name in tokens."""

    model: type[Tracked]
    key: str
    name: str

    def versions(self, whole: int) -> QuerySet[Any]:
        """Versions that belong to a whole."""
        return self.model.history.filter(**{self.key: whole})

    def versions_of_rows(self, whole: int) -> QuerySet[Any]:
        """All versions of the rows that ever belonged to a whole, those included in which they belonged to another."""
        own = self.model._meta.pk.attname
        if self.key == own:
            return self.versions(whole)
        return self.model.history.filter(**{f"{own}__in": self.versions(whole).order_by().values(own)})


def tables_of(model: type[Tracked]) -> list[HistoryTable]:
    """The record's own table first, then those of its parts."""
    own = HistoryTable(model, model._meta.pk.attname, "")
    return [
        own,
        *(HistoryTable(part.model, f"{part.key}_id", part.model._meta.label_lower) for part in parts_of(model)),
    ]


def token_of(table: HistoryTable, id_: int) -> str:
    """How a version is named: "12" of the record, "meetings.statementparty-34" of a part."""
    return f"{table.name}-{id_}" if table.name else str(id_)


def named(tables: Sequence[HistoryTable], token: str) -> tuple[int, int] | None:
    """The place of the table and the number of the version in it that a token stands for."""
    name, _, number = token.rpartition("-")
    place = next((place for place, table in enumerate(tables) if table.name == name), None)
    return (place, int(number)) if place is not None and number.isdecimal() and len(number) <= 18 else None
