"""An uploaded sheet: refused by its size as it lies in the file, before anything is made of it.

A workbook is packed: 1.4 KB can name a cell in the last row and column, 250 KB can hold two million cells. So what it
unpacks to is asked of the archive first, and rows are read one at a time up to the limits.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import tablib
from openpyxl import load_workbook

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_UNPACKED = 40 * 1024 * 1024  # bytes of all parts of a workbook together
LONGEST_CELL = 50_000  # letters


class UnreadableSheet(ValueError):
    """A file that is no table that can be read here; the message says what to do."""


def read_sheet(name: str, data: bytes) -> tablib.Dataset:
    """The headings and rows of a CSV file in UTF-8, or of the first sheet of an Excel workbook.

    Rows below the last that holds anything are left out. Raises UnreadableSheet for what is neither, and for more than
    20,000 rows, 200 columns or 50,000 letters in a cell.
    """
    try:
        rows = _workbook_rows(data) if name.lower().endswith(".xlsx") else _csv_rows(data)
        found = _bounded(rows)
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
    width = max(len(row) for row in found)
    head, *below = ([*row, *[None] * (width - len(row))] for row in found)
    return tablib.Dataset(*below, headers=["" if cell is None else str(cell) for cell in head])


def _csv_rows(data: bytes) -> Iterator[Sequence[Any]]:
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))


def _workbook_rows(data: bytes) -> Iterator[Sequence[Any]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MOST_UNPACKED:
        raise UnreadableSheet(
            f"This workbook unpacks to {unpacked // 1024**2:,} MB; at most {MOST_UNPACKED // 1024**2} MB are read. Cut the "
            "table into parts, or delete the empty rows and columns around it."
        )
    sheet: Any = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
    sheet.reset_dimensions()  # what the file says of its own size may be wrong
    # one row more than may be, so that too many are seen
    rows: Iterator[Sequence[Any]] = sheet.iter_rows(max_row=MOST_ROWS + 2, values_only=True)
    return rows


def _bounded(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    found: list[list[Any]] = []
    for line, row in enumerate(rows, 1):
        if line > MOST_ROWS + 1:
            raise UnreadableSheet(
                f"More than {MOST_ROWS:,} rows, or something stands far below the table. Cut the file into parts, or delete "
                "the rows below the table."
            )
        cells = list(row)
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise UnreadableSheet(
                f"Line {line} has {len(cells):,} columns; at most {MOST_COLUMNS} are read. Delete what stands to the right "
                "of the table."
            )
        if any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in cells):
            raise UnreadableSheet(f"Line {line} has a cell of more than {LONGEST_CELL:,} letters.")
        found.append(cells)
    while found and not found[-1]:
        found.pop()
    return found
