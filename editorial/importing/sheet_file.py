"""An uploaded sheet: refused by its size as it lies in the file, before anything is made of it.

A workbook is packed: 1.4 KB can name a cell in the last row and column, 250 KB can hold two million cells. So what it
unpacks to is asked of the archive first, and rows are read one at a time up to the limits.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from editorial.tables import FORMULA_STARTS

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_UNPACKED = 40 * 1024 * 1024  # bytes of all parts of a workbook together
LONGEST_CELL = 50_000  # letters
_NO_VALUE = (
    "The cell holds a formula without a stored result. Open the file in a spreadsheet program and save it there."
)
_NULL = "This cell holds a null character, which no text has. Type it again."
_AN_ERROR = "The formula of this cell failed in the spreadsheet. Mend it there."
_IN_QUOTES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class UnreadableSheet(ValueError):
    """A file that is no table that can be read here; the message says what to do."""


class Unreadable(str):
    """A cell that is not empty, but holds no value that could be read; ``why`` says what to do."""

    why: str

    def __new__(cls, text: str, why: str) -> Unreadable:
        made = super().__new__(cls, text)
        made.why = why
        return made


@dataclass(frozen=True)
class SheetFile:
    """The headings, and the rows that hold anything, each with the line of the file on which it begins."""

    headings: list[str]
    rows: list[tuple[int, list[str]]]
    passed_over: int = 0  # rows without any value

    def __len__(self) -> int:
        return len(self.rows)


def read_sheet(name: str, data: bytes) -> SheetFile:
    """The headings and rows of a CSV file in UTF-8, or of the first sheet of an Excel workbook.

    Headings are read in small letters, words parted by "_"; cells as text without spaces around it. Raises
    UnreadableSheet for what is neither, and for more than 20,000 rows, 200 columns or 50,000 letters in a cell.
    """
    try:
        rows = _workbook_rows(data) if name.lower().endswith(".xlsx") else _csv_rows(data)
        found, passed_over = _bounded(rows)
    except UnreadableSheet:
        raise
    except UnicodeDecodeError:
        raise UnreadableSheet(
            "This is not UTF-8 text. Save the table as “CSV UTF-8”, or as an Excel workbook."
        ) from None
    except Exception as problem:
        # Readers of spreadsheets fail in many ways on what is no spreadsheet; each means the same to the person.
        raise UnreadableSheet(f"This file cannot be read as a table: {problem}"[:300]) from None
    if not found:
        raise UnreadableSheet("The file is empty. Its first row names the columns.")
    width = max(len(cells) for _, cells in found)
    (_, head), *below = found
    headings = ["_".join(cell.lower().split()) for cell in head]
    headings += [""] * (width - len(headings))
    return SheetFile(headings, [(line, cells + [""] * (width - len(cells))) for line, cells in below], passed_over)


def _csv_rows(data: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    csv.field_size_limit(LONGEST_CELL)
    text = data.decode("utf-8-sig")
    head = text.lstrip().partition("\n")[0]
    # Excel parts the cells by the list separator of the person's region; no heading holds one.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def _workbook_rows(data: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    from openpyxl import load_workbook  # imported here, as in editorial/tables.py

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MOST_UNPACKED:
        raise UnreadableSheet(
            f"This workbook unpacks to {unpacked // 1024**2:,} MB; at most {MOST_UNPACKED // 1024**2} MB are read. Cut the "
            "table into parts, or delete the empty rows and columns around it."
        )

    def rows(*, values: bool) -> Iterator[Sequence[Any]]:
        sheet: Any = load_workbook(io.BytesIO(data), read_only=True, data_only=values).worksheets[0]
        sheet.reset_dimensions()  # what the file says of its own size may be wrong
        # one row more than may be, so that too many are seen
        found: Iterator[Sequence[Any]] = sheet.iter_rows(max_row=MOST_ROWS + 2)
        return found

    # read twice: once for what formulas give, once to see where one gives nothing
    for line, (cells, written) in enumerate(zip(rows(values=True), rows(values=False), strict=True), 1):
        yield (
            line,
            [_plain(cell, formula.value is not None) for cell, formula in zip(cells, written, strict=True)],
        )


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


def _bounded(rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[list[tuple[int, list[str]]], int]:
    """The rows that hold anything, and how many lie between or below them that do not."""
    found: list[tuple[int, list[str]]] = []
    passed_over = 0
    for number, (line, row) in enumerate(rows, 1):
        if number > MOST_ROWS + 1:
            raise UnreadableSheet(
                f"More than {MOST_ROWS:,} rows, or something stands far below the table. Cut the file into parts, or delete "
                "the rows below the table."
            )
        cells = [cell if isinstance(cell, Unreadable) else as_typed(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise UnreadableSheet(
                f"Line {line} has {len(cells):,} columns; at most {MOST_COLUMNS} are read. Delete what stands to the right "
                "of the table."
            )
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise UnreadableSheet(f"Line {line} has a cell of more than {LONGEST_CELL:,} letters.")
        if cells:
            found.append((line, cells))
        elif found:
            passed_over += 1
    return found, passed_over


def as_typed(cell: str) -> str:
    """Without the apostrophe by which an export keeps a spreadsheet from running a cell as a formula."""
    text = cell.strip()
    if "\0" in text:
        return Unreadable(text.replace("\0", "\ufffd"), _NULL)
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text
