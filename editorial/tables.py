"""A table is a title, headings and rows; here it becomes a file that spreadsheets read safely."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeVar

from editorial.installation import installation
from editorial.rules.horizon import Asked
from editorial.rules.partial_date import PartialDate

# A cell of text that begins so would be run by a spreadsheet as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LINES_AT_ONCE = 200
_NOT_IN_SHEETS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Table:
    """Headings and rows under one title. ``rows`` may be an iterator, so that long tables need little memory."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[object]]


Cell = str | int | bool | date | None
R = TypeVar("R")


def table_of(title: str, columns: Mapping[str, Callable[[R], Cell]], rows: Iterable[R]) -> Table:
    """A table from its columns, each a heading with what stands under it."""
    return Table(title, list(columns), ([cell(row) for cell in columns.values()] for row in rows))


AS_OF, RECORD_UP_TO, KNOWN_AT = "As of", "Record up to", "As this site knew it at"


def dated(table: Table, asked: Asked) -> Table:
    """The table with its two days at the end of every row: the one it speaks of, and the last that the record covers.

    In every row, so that a line which is copied elsewhere keeps them. A table that has a column "As of" gets the other
    only. Where it is asked what was known at a moment, the moment stands there as well.
    """
    days: dict[str, object] = {} if AS_OF in table.headings else {AS_OF: asked.day}
    days[RECORD_UP_TO] = asked.complete_until or "not on record"
    if asked.known is not None:
        days[KNOWN_AT] = asked.known.at.isoformat(timespec="seconds")
    return Table(table.title, [*table.headings, *days], ([*row, *days.values()] for row in table.rows))


def iso(when: PartialDate | None) -> str:
    """A date at its precision, "" for none: 2023-12-15, 2021-03, after 2013-07-31."""
    return "" if when is None else f"{when.bound} {when.iso}".strip()


def defused(value: object) -> str | int | float:
    """A cell as it may leave the house: nothing as "", dates as ISO, text that looks like a formula quoted."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def csv_pieces(table: Table) -> Iterator[str]:
    """The table as CSV (UTF-8, comma, header line), some lines at a time.

    It opens with a byte order mark: without one Excel misreads every accent when the file is double-clicked.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    page.write("\ufeff")
    writer.writerow([defused(heading) for heading in table.headings])
    rows = iter(table.rows)
    while some := [
        # most cells are words that are no formula: asked here, because a call for each takes as long as all the rest
        [cell if type(cell) is str and cell[:1] not in FORMULA_STARTS else defused(cell) for cell in row]
        for row in islice(rows, _LINES_AT_ONCE)
    ]:
        writer.writerows(some)
        yield page.getvalue()
        page.seek(0)
        page.truncate()
    yield page.getvalue()


def xlsx_file(table: Table) -> bytes:
    """The table as an Excel workbook of one sheet: numbers as numbers, the head frozen, formulas defused."""
    # imported here: it costs every start a fifth of a second, and few answers are workbooks
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = table.title, installation().publisher
    sheet = book.create_sheet(_NOT_IN_SHEET_NAMES.sub(" ", table.title)[:31].strip() or "Table")
    sheet.freeze_panes = "A2"
    sheet.append([_in_sheet(heading) for heading in table.headings])
    for row in table.rows:
        sheet.append([_in_sheet(cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _in_sheet(value: object) -> str | int | float:
    """A cell as a workbook can hold it: control characters, which Excel refuses, are left out."""
    safe = defused(value)
    return _NOT_IN_SHEETS.sub("", safe) if isinstance(safe, str) else safe
