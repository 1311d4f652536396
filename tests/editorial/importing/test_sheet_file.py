"""A file of either kind becomes headings and rows, each with its line; what is no table is told so."""

import io

import pytest
from openpyxl import Workbook

from editorial.importing.sheet_file import read_sheet
from editorial.importing.sheet_rows import UnreadableSheet


def workbook(fill) -> bytes:
    book = Workbook()
    fill(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_headings_and_rows_of_both_kinds() -> None:
    def fill(sheet) -> None:
        sheet.append(["iso3", "munitions"])
        sheet.append(["PER", 2012])

    for name, data in (("a.xlsx", workbook(fill)), ("a.csv", b"\xef\xbb\xbfiso3,munitions\r\nPER,2012\r\n")):
        found = read_sheet(name, data)
        assert found.headings == ["iso3", "munitions"]
        assert found.rows == [(2, ["PER", "2012"])]


def test_empty_rows_below_the_table_are_no_rows() -> None:
    def fill(sheet) -> None:
        sheet.append(["iso3", "munitions"])
        sheet.append(["PER", 5])
        for line in range(3, 60):
            sheet.cell(line, 1, "")

    found = read_sheet("blank.xlsx", workbook(fill))
    assert len(found) == 1
    assert found.passed_over == 57


def test_headings_are_known_however_they_are_spelled() -> None:
    assert read_sheet("a.csv", b" ISO3 ,Retained  munitions\nPER,1\n").headings == ["iso3", "retained_munitions"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_headings_tell_what_parts_the_cells(sign) -> None:
    data = sign.join(["iso3", "source"]) + "\r\n" + sign.join(["PER", '"Note; annex, p. 3"']) + "\r\n"
    assert read_sheet("a.csv", data.encode()).rows == [(2, ["PER", "Note; annex, p. 3"])]


def test_a_row_is_named_by_the_line_on_which_it_begins() -> None:
    found = read_sheet("a.csv", b'iso3,source\nCHL,"A\nnote"\n\n\nXXX,B\n')
    assert [line for line, _ in found.rows] == [2, 6]
    assert found.passed_over == 2


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"", "The file is empty"),
        ("a.csv", b"\xff\xfe\x00", "not UTF-8"),
        ("a.xlsx", b"no workbook", "cannot be read as a table"),
        ("a.csv", b"iso3\n" + b"x" * 60_000, "cannot be read as a table"),
    ],
)
def test_what_is_no_table_is_told_so(name, data, said) -> None:
    with pytest.raises(UnreadableSheet, match=said):
        read_sheet(name, data)
