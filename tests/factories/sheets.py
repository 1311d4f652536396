"""Sheets, made with as few words as a test needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from editorial.actions.import_report import ImportReport
from editorial.importing.lookups import Lookups
from editorial.importing.sheet import Made, Sheet
from editorial.importing.sheet_file import SheetFile
from editorial.importing.sheet_loader import load_sheet
from editorial.importing.sheet_rows import as_typed
from editorial.models import recording


def sheet_of(headings: list[str], *rows: tuple[str, ...]) -> SheetFile:
    """A file with these headings, its rows from line 2 on."""
    return SheetFile(headings, [(line, [as_typed(cell) for cell in cells]) for line, cells in enumerate(rows, 2)])


def read_row(sheet: Sheet, cells: Mapping[str, str], today: date | None = None) -> list[Made]:
    """What one row makes. Raises the BadRow for which it is refused, the first where there are several."""
    (row,) = sheet.read(sheet_of(list(cells), tuple(cells.values())), Lookups(today))
    if row.problems:
        raise row.problems[0]
    return sheet.made(row)


def load_file(sheet: Sheet, folder: Path) -> ImportReport:
    """The report of loading a table from a file that a test wrote."""
    report = ImportReport(sheet.name)
    with recording(by=None, reason="Loaded for a test"):
        load_sheet(sheet.at(folder), report)
    return report
