"""How a cell of either database stands in an archive, and becomes a cell of either again.

A line of an archive is a row as JSON. The same row gives the same hash in both databases: moments in UTC, numbers with
their decimals, and for the hash the keys of JSON in their order, which PostgreSQL does not keep.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

AT_ONCE = 200  # rows in memory


class RowShape:
    """The columns of a table, and the way of a row into a line and back."""

    def __init__(self, model: type[models.Model], columns: Sequence[str] | None = None) -> None:
        """``columns`` are those of an archive in its order, by their names in the database; without them, all.

        Raises KeyError for one that the table does not have.
        """
        self.model = model
        fields = {field.column: field for field in model._meta.concrete_fields}
        self.fields = [fields[name] for name in columns] if columns is not None else list(fields.values())
        self.columns = [str(field.column) for field in self.fields]
        self.has_json = any(isinstance(field, models.JSONField) for field in self.fields)

    def rows(self) -> Iterator[list[Any]]:
        """Every row as its cells, by the number of the row; few of them at a time in memory."""
        names = [field.attname for field in self.fields]
        # not the table's own manager: whatever it leaves out is part of a backup
        found: Any = models.QuerySet(self.model).order_by("pk").values_list(*names)
        for row in found.iterator(chunk_size=AT_ONCE):
            yield [_plain(f.get_prep_value(v)) for f, v in zip(self.fields, row, strict=True)]

    def stored(self, cells: list[Any], connection: Any) -> list[Any]:
        """The row as this database takes it."""
        return [
            None if cell is None else f.get_db_prep_save(f.to_python(cell), connection)
            for f, cell in zip(self.fields, cells, strict=True)
        ]


def line_of(cells: list[Any]) -> bytes:
    """A row as it is kept: JSON, with inner keys in the order in which the database gave them."""
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def compared(cells: list[Any], line: bytes, *, has_json: bool) -> bytes:
    """A row as it is hashed."""
    if not has_json:
        return line
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, UUID):
        return str(value)
    return value
