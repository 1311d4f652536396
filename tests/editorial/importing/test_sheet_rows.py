"""Rows are taken up to the limits, and what stands in a cell is what was typed."""

import pytest

from editorial.importing.sheet_file import read_sheet
from editorial.importing.sheet_rows import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Unreadable, UnreadableSheet


def test_the_last_row_that_is_read_and_the_first_that_is_too_many() -> None:
    line = b"PER\n"
    assert len(read_sheet("a.csv", b"iso3\n" + line * MOST_ROWS)) == MOST_ROWS
    with pytest.raises(UnreadableSheet, match="More than 20,000 rows"):
        read_sheet("a.csv", b"iso3\n" + line * (MOST_ROWS + 1))
    with pytest.raises(UnreadableSheet, match="Line 1 has 201 columns"):
        read_sheet("a.csv", b",".join([b"x"] * (MOST_COLUMNS + 1)))


def test_more_cells_than_a_table_has_are_refused_at_their_line() -> None:
    line = b",".join([b"x"] * MOST_COLUMNS) + b"\n"
    rows = MOST_CELLS // MOST_COLUMNS
    assert len(read_sheet("a.csv", line * rows)) == rows - 1
    with pytest.raises(UnreadableSheet, match=f"Down to line {rows + 1} the table has more than 300,000 cells"):
        read_sheet("a.csv", line * (rows + 1))


def test_commas_without_end_are_columns_of_nothing() -> None:
    assert read_sheet("a.csv", b"iso3\nPER" + b"," * 1_000_000).rows == [(2, ["PER"])]


def test_what_an_export_defused_is_read_as_it_was() -> None:
    assert read_sheet("a.csv", b"source,note\n'@key,'tis\n").rows == [(2, ["@key", "'tis"])]


def test_a_null_character_is_no_text_and_is_named_at_its_cell() -> None:
    (_, cells), *_ = read_sheet("a.csv", b"iso3,munitions\nPER,1\x002\n").rows
    assert cells == ["PER", "1\ufffd2"]
    assert isinstance(cells[1], Unreadable)
    assert "null character" in cells[1].why
