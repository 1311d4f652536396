"""The first sheet of an Excel workbook, measured as it lies in the file, then read in a process of its own.

A workbook is packed: 1.4 KB can name a cell in the last row and column, 250 KB can hold two million cells. What it
unpacks to is asked of the archive first, and how many marks of XML that is, which is what reading costs.
"""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import repeat
from types import SimpleNamespace
from typing import Any

from editorial.rules.packed import MostInside, TooMuchInside

from .apart import confine, read_apart
from .sheet_rows import MOST_COLUMNS, MOST_ROWS, Unreadable, UnreadableSheet, bounded

MOST = MostInside(parts=500, unpacked=20 * 1024**2, times=200)
MOST_MARKS = 1_500_000  # "<" in all parts; a cell with its text has up to eight
MOST_PLACES = (MOST_ROWS + 1) * MOST_COLUMNS  # filled or not, from the first column to the last one that is named
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_IN_QUOTES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_REMEDY = "Copy the cells of the table alone into a new workbook, or cut the table into parts."
_NO_VALUE = (
    "The cell holds a formula without a stored result. Open the file in a spreadsheet program and save it there."
)
_AN_ERROR = "The formula of this cell failed in the spreadsheet. Mend it there."
_NOTHING: Any = SimpleNamespace(value=None)

Rows = tuple[list[tuple[int, list[str]]], int]


def workbook_rows(data: bytes) -> Rows:
    """As ``bounded`` gives them. Raises UnreadableSheet, TookTooMuch, or zipfile.BadZipFile."""
    measure(data)
    said = json.loads(read_apart(__name__, data))
    if refused := said.get("refused"):
        raise UnreadableSheet(refused)
    return [(line, [_cell(cell) for cell in cells]) for line, cells in said["rows"]], said["passed_over"]


def measure(data: bytes) -> None:
    """Refuses a workbook by what it would unpack to."""
    marks = 0
    try:
        parts = MOST.of(data)
    except TooMuchInside as problem:
        raise UnreadableSheet(f"{problem} {_REMEDY}") from None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in parts:
            content = archive.read(part)
            marks += content.count(b"<")
            if marks > MOST_MARKS:
                raise UnreadableSheet(f"The workbook holds far more cells than a table has. {_REMEDY}")
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise UnreadableSheet(f"The workbook was not saved by a spreadsheet program. {_REMEDY}")


def _cell(said: str | list[str]) -> str:
    return said if isinstance(said, str) else Unreadable(*said)


# ---------------------------------------------------------------- in the process of its own


def main() -> None:
    confine()
    try:
        found, passed_over = bounded(_rows(sys.stdin.buffer.read()))
        said: dict[str, object] = {
            "rows": [(line, [_told(cell) for cell in cells]) for line, cells in found],
            "passed_over": passed_over,
        }
    except UnreadableSheet as problem:
        said = {"refused": str(problem)}
    except MemoryError:
        raise
    except Exception as problem:
        # Readers of spreadsheets fail in many ways on what is no spreadsheet; each means the same to the person.
        said = {"refused": f"This file cannot be read as a table: {problem}"[:300]}
    sys.stdout.write(json.dumps(said))


def _told(cell: str) -> str | list[str]:
    return [str(cell), cell.why] if isinstance(cell, Unreadable) else cell


def _rows(data: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    from openpyxl import load_workbook  # here alone: what reads nothing does not wait for it

    def cells(*, values: bool) -> Iterator[Sequence[Any]]:
        sheet: Any = load_workbook(io.BytesIO(data), read_only=True, data_only=values).worksheets[0]
        sheet.reset_dimensions()  # what the file says of its own size may be wrong
        # one row more than may be, so that too many are seen
        found: Iterator[Sequence[Any]] = sheet.iter_rows(max_row=MOST_ROWS + 2)
        return found

    # read twice if there are formulas: for what they give, and to see where one gives nothing
    written: Iterable[Sequence[Any] | None] = cells(values=False) if _has_formulas(data) else repeat(None)
    places = 0
    for line, (row, as_written) in enumerate(zip(cells(values=True), written, strict=False), 1):
        places += len(row)
        if places > MOST_PLACES:
            raise UnreadableSheet(f"Cells far to the right of the table are named, although empty. {_REMEDY}")
        formulas = as_written or repeat(_NOTHING)
        yield (
            line,
            [_plain(cell, formula.value is not None) for cell, formula in zip(row, formulas, strict=False)],
        )


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if "sheet" in name.lower()]
        return any(_FORMULA.search(archive.read(name).replace(b"\0", b"")) for name in sheets)


def _plain(cell: Any, is_written: bool) -> str:
    """A cell of a workbook as text: whole numbers without ".0", a date as far as the cell shows it."""
    value = cell.value
    if value is None:
        return Unreadable("=…", _NO_VALUE) if is_written else ""
    if cell.data_type == "e":
        return Unreadable(str(value), _AN_ERROR)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return _as_shown(value, str(cell.number_format))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _as_shown(value: date, shown: str) -> str:
    """ "May 2012" is kept by Excel as 1 May 2012 with a format that shows no day; its day is nobody's."""
    parts = _IN_QUOTES.sub("", shown).lower()
    iso = value.isoformat()[:10]
    return iso if "d" in parts or "y" not in parts else iso[:7] if "m" in parts else iso[:4]


if __name__ == "__main__":
    main()
