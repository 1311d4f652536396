"""Rows of several tables, read in one question: for pages that need a little of many tables.

    found = Together({"laws": NationalLaw.objects.all(), "cases": Case.objects.exclude(rank="superseded")})
    found.rows("laws", None)       # every table is read now, for all records
    found.rows("cases", None)      # and not asked again
    found.rows("laws", [4, 7])     # of two states, once more for all tables
    found.proof(None)              # what the rows rest on, also in one question

It lives as long as the page that makes it. A page that has most of it at hand already should read table by table.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, models

from .shown import Proofs

Row = Any
Which = frozenset[int] | None


class Together:
    """Tables by name, each as a queryset. They are narrowed to some records by their key ``country``, or by what ``by`` says
    of them: another way to it, or "" for tables that are read whole. ``proven`` are those whose rows cite their sources."""

    def __init__(
        self,
        tables: Mapping[str, models.QuerySet[Row]],
        *,
        by: Mapping[str, str] | None = None,
        proven: Collection[str] = (),
    ) -> None:
        self._tables = tables
        self._by = by or {}
        self._proven = proven
        self._read: dict[Which, Mapping[str, Sequence[Row]]] = {}
        self._proofs: dict[Which, Proofs] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._tables

    def rows(self, name: str, some: Collection[int] | None) -> Sequence[Row]:
        """Those of a table that belong to some records (None: all), by primary key."""
        return self._of_some(some)[name]

    def proof(self, some: Collection[int] | None) -> Proofs:
        """What the rows of all proven tables rest on. One query more."""
        which = None if some is None else frozenset(some)
        if which not in self._proofs:
            found = self._of_some(some)
            self._proofs[which] = Proofs(row for name in self._proven for row in found[name])
        return self._proofs[which]

    def _of_some(self, some: Collection[int] | None) -> Mapping[str, Sequence[Row]]:
        which = None if some is None else frozenset(some)
        if which not in self._read:
            parts = [self._narrowed(name, some) for name in self._tables]
            self._read[which] = dict(zip(self._tables, read_together(parts), strict=True))
        return self._read[which]

    def _narrowed(self, name: str, some: Collection[int] | None) -> models.QuerySet[Row]:
        rows, key = self._tables[name], self._by.get(name, "country")
        return rows if some is None or not key else rows.filter(**{f"{key}__in": list(some)})


NOTHING = Together({})
"""Every table by itself."""


def read_together(parts: Sequence[models.QuerySet[Row]]) -> list[list[Row]]:
    """The rows of each queryset, by primary key. One query; deferred fields stay unread, related rows are not joined."""
    shapes = [_Part(part) for part in parts]
    places: dict[tuple[str, str], int] = {}
    for shape in shapes:
        for column in shape.columns:
            places.setdefault(column, len(places) + 1)
    found: list[list[Row]] = [[] for _ in parts]
    asked = [one for number, shape in enumerate(shapes) if (one := shape.asked(number, places)) is not None]
    if not asked:
        return found
    params: list[Any] = [one for _, of in asked for one in of]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(sql for sql, _ in asked), params)
        rows = cursor.fetchall()
    by_part: list[list[Sequence[Any]]] = [[] for _ in parts]
    for row in rows:
        by_part[row[0]].append(row)
    return [shape.made(of, places) for shape, of in zip(shapes, by_part, strict=True)]


class _Part:
    """One queryset taken apart: its columns with their types, its words, and how its rows become records."""

    def __init__(self, rows: models.QuerySet[Row]) -> None:
        names, is_defer = rows.query.deferred_loading
        self.model = rows.model
        self.fields = [
            field
            for field in self.model._meta.concrete_fields
            if (field.name not in names and field.attname not in names) == is_defer or field.primary_key
        ]
        self.columns = [(field.column, _type(field)) for field in self.fields]
        self.compiler: Any = (
            rows.order_by()
            .values(*(field.attname for field in self.fields))
            .query.get_compiler(connection=connection)
        )

    def asked(self, number: int, places: Mapping[tuple[str, str], int]) -> tuple[str, Sequence[object]] | None:
        """Its words among the others: a column that it does not have is empty, and of that column's type. None where it
        can have no rows."""
        try:
            sql, params = self.compiler.as_sql()
        except EmptyResultSet:
            return None
        own = set(self.columns)
        listed = ", ".join(
            connection.ops.quote_name(column) if (column, kind) in own else f"CAST(NULL AS {kind})"
            for column, kind in places
        )
        return f"SELECT {number}, {listed} FROM ({sql}) AS part_{number}", params  # noqa: S608 - of our own tables

    def made(self, rows: Sequence[Sequence[Any]], places: Mapping[tuple[str, str], int]) -> list[Row]:
        own = itemgetter(
            *(places[column] for column in self.columns), 0
        )  # one more, so that it always gives several
        taken: Any = [own(row) for row in rows]
        if self.converters:
            taken = self.compiler.apply_converters([list(row) for row in taken], self.converters)
        names = [field.attname for field in self.fields]
        made = [self.model.from_db(DEFAULT_DB_ALIAS, names, row[: len(names)]) for row in taken]
        return sorted(made, key=lambda record: record.pk)

    @cached_property
    def converters(self) -> Any:
        """How the database's values become those of the fields."""
        return self.compiler.get_converters([field.get_col(self.model._meta.db_table) for field in self.fields])


def _type(field: models.Field) -> str:
    """As a value can be cast to it: what a key points at, a number without its sequence."""
    given = field.target_field if isinstance(field, models.ForeignKey) else field
    return str(given.cast_db_type(connection))
