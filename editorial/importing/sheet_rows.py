"""The rows of a sheet, taken one at a time up to the limits, whatever kind of file they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editorial.tables import FORMULA_STARTS

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 300_000  # that hold anything
LONGEST_CELL = 50_000  # letters
_NULL = "This cell holds a null character, which no text has. Type it again."


class UnreadableSheet(ValueError):
    """A file that is no table that can be read here; the message says what to do."""


class Unreadable(str):
    """A cell that is not empty, but holds no value that could be read; ``why`` says what to do."""

    why: str

    def __new__(cls, text: str, why: str) -> Unreadable:
        made = super().__new__(cls, text)
        made.why = why
        return made


def bounded(rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[list[tuple[int, list[str]]], int]:
    """The rows that hold anything, each with its line, and how many lie between or below them that do not.

    Raises UnreadableSheet at the first row, column or cell that is too many.
    """
    found: list[tuple[int, list[str]]] = []
    passed_over = filled = 0
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
        filled += sum(map(bool, cells))
        if filled > MOST_CELLS:
            raise UnreadableSheet(
                f"Down to line {line} the table has more than {MOST_CELLS:,} cells. Cut the file into parts."
            )
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
