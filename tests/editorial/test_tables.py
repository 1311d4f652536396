"""Tables leave the house as CSV that a spreadsheet reads and never runs."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from editorial.rules.partial_date import PartialDate
from editorial.tables import FORMULA_STARTS, Table, csv_pieces, defused, iso, xlsx_file


def read(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(csv_pieces(table)).removeprefix("\ufeff"), newline="")))


def test_headings_and_rows_with_accents_commas_and_line_ends():
    table = Table(
        "States", ["State", "Remark"], [["Côte d’Ivoire", "signed, then ratified"], ["Perú", "two\nlines"]]
    )
    assert read(table) == [
        ["State", "Remark"],
        ["Côte d’Ivoire", "signed, then ratified"],
        ["Perú", "two\nlines"],
    ]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (0, 0),
        (-5, -5),
        (True, "yes"),
        (date(2010, 8, 1), "2010-08-01"),
        ("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("Peru", "Peru"),
    ],
)
def test_cells_as_they_may_leave(value, cell):
    assert defused(value) == cell


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=8))
def test_no_text_comes_out_as_a_formula(rows):
    for row in read(Table("", ["a", "b"], rows))[1:]:
        for cell in row:
            assert not cell.startswith(FORMULA_STARTS)


def test_a_long_table_is_never_held_whole():
    made = []

    def rows():
        for number in range(10_000):
            made.append(number)
            yield [number]

    pieces = csv_pieces(Table("", ["n"], rows()))
    next(pieces)
    assert len(made) < 500


def test_an_empty_table_keeps_its_headings():
    assert "".join(csv_pieces(Table("", ["State"], []))) == "\ufeffState\r\n"


def sheet(table: Table) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(xlsx_file(table))).active.iter_rows(values_only=True))


def test_a_workbook_keeps_numbers_as_numbers_and_defuses_formulas():
    table = Table("Stocks", ["State", "Munitions"], [["Perú", 2012], ["=HYPERLINK(1)", None]])
    assert sheet(table) == [("State", "Munitions"), ("Perú", 2012), ("'=HYPERLINK(1)", None)]


@pytest.mark.parametrize("title", ["", "a/b [c]: d*?", "Deadlines under Article 3 of the Convention"])
def test_any_title_makes_a_sheet(title):
    assert sheet(Table(title, ["a"], []))[0] == ("a",)


@given(st.lists(st.lists(st.text(max_size=40), min_size=1, max_size=2), max_size=4))
def test_any_text_fits_into_a_workbook(rows):
    assert len(sheet(Table("Any", ["a"], rows))) <= len(rows) + 1


def test_a_date_keeps_its_precision_and_its_bound() -> None:
    dates = [None, PartialDate(2023, 12, 15), PartialDate(2021, 3), PartialDate.parse("after 2013-07-31")]
    assert [iso(one) for one in dates] == ["", "2023-12-15", "2021-03", "after 2013-07-31"]
