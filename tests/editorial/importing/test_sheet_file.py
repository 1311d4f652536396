"""A sheet is measured before it is read: what is packed small may unpack to anything."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from editorial.importing.sheet_file import MOST_COLUMNS, MOST_ROWS, Unreadable, UnreadableSheet, read_sheet


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


def test_one_cell_in_the_last_row_and_column_is_refused_at_once() -> None:
    def fill(sheet) -> None:
        sheet.append(["iso3"])
        sheet.cell(1_048_576, 16_384, "x")

    data = workbook(fill)
    assert len(data) < 10_000
    with pytest.raises(UnreadableSheet, match="far below the table"):
        read_sheet("bomb.xlsx", data)


def test_a_cell_far_to_the_right_is_refused_by_its_line() -> None:
    def fill(sheet) -> None:
        sheet.append(["iso3"])
        sheet.cell(2, 16_384, "x")

    with pytest.raises(UnreadableSheet, match="Line 2 has 16,384 columns"):
        read_sheet("wide.xlsx", workbook(fill))


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (41 * 1024 * 1024))
    with pytest.raises(UnreadableSheet, match="unpacks to 41 MB; at most 40 MB"):
        read_sheet("big.xlsx", file.getvalue())


def test_the_last_row_that_is_read_and_the_first_that_is_too_many() -> None:
    line = b"PER\n"
    assert len(read_sheet("a.csv", b"iso3\n" + line * MOST_ROWS)) == MOST_ROWS
    with pytest.raises(UnreadableSheet, match="More than 20,000 rows"):
        read_sheet("a.csv", b"iso3\n" + line * (MOST_ROWS + 1))
    with pytest.raises(UnreadableSheet, match="Line 1 has 201 columns"):
        read_sheet("a.csv", b",".join([b"x"] * (MOST_COLUMNS + 1)))


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


def test_a_date_of_a_workbook_is_as_exact_as_the_cell_shows_it() -> None:
    shown = ["mmm yyyy", "yyyy", "yyyy-mm-dd", "d mmmm yyyy", "General", '"day" mmm yyyy']

    def fill(sheet) -> None:
        sheet.append(["as_of"])
        for line, number_format in enumerate(shown, 2):
            cell = sheet.cell(line, 1, datetime.date(2012, 5, 1))
            cell.number_format = number_format

    found = [cells[0] for _, cells in read_sheet("a.xlsx", workbook(fill)).rows]
    assert found[:4] == ["2012-05", "2012", "2012-05-01", "2012-05-01"]
    assert found[5] == "2012-05"


def test_a_formula_without_a_stored_result_and_a_failed_one_are_no_values() -> None:
    def fill(sheet) -> None:
        sheet.append(["munitions", "submunitions"])
        sheet.append(["=10+5", "#REF!"])
        sheet.cell(2, 2).data_type = "e"

    ((_, (formula, failed)),) = read_sheet("a.xlsx", workbook(fill)).rows
    assert isinstance(formula, Unreadable)
    assert "without a stored result" in formula.why
    assert isinstance(failed, Unreadable)
    assert (str(failed), "failed" in failed.why) == ("#REF!", True)


def test_numbers_and_answers_of_a_workbook_are_words() -> None:
    def fill(sheet) -> None:
        sheet.append(["a", "b", "c", "d"])
        sheet.append([120.0, 1.5, True, None])

    assert read_sheet("a.xlsx", workbook(fill)).rows == [(2, ["120", "1.5", "yes", ""])]


def test_what_an_export_defused_is_read_as_it_was() -> None:
    assert read_sheet("a.csv", b"source,note\n'@key,'tis\n").rows == [(2, ["@key", "'tis"])]


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


def test_a_null_character_is_no_text_and_is_named_at_its_cell() -> None:
    (_, cells), *_ = read_sheet("a.csv", b"iso3,munitions\nPER,1\x002\n").rows
    assert cells == ["PER", "1\ufffd2"]
    assert isinstance(cells[1], Unreadable)
    assert "null character" in cells[1].why
