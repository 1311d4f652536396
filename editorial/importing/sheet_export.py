"""The records of a table as a sheet with its own headings: imported again, it changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from editorial.tables import Table

from .sheet import Sheet


def table_of(sheet: Sheet, records: Iterable[Any]) -> Table:
    """Headings and rows, ready for the writers of CSV and XLSX."""
    return Table(
        sheet.name,
        [column.name for column in sheet.columns],
        ([column.written(record) for column in sheet.columns] for record in records),
    )
