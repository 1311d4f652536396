"""An uploaded sheet: refused by its size as it lies in the file, before anything is made of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .apart import TookTooMuch
from .sheet_rows import LONGEST_CELL, UnreadableSheet, bounded
from .workbook import workbook_rows


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
    UnreadableSheet for what is neither, and for what is beyond the limits of ``sheet_rows`` and ``workbook``.
    """
    try:
        is_workbook = name.lower().endswith(".xlsx")
        found, passed_over = workbook_rows(data) if is_workbook else bounded(_csv_rows(data))
    except UnreadableSheet:
        raise
    except TookTooMuch as problem:
        raise UnreadableSheet(str(problem)) from None
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
