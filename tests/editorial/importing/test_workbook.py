"""A workbook is measured before it is read: what is packed small may unpack to anything."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from editorial.importing import workbook
from editorial.importing.sheet_file import read_sheet
from editorial.importing.sheet_rows import Unreadable, UnreadableSheet

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def book(fill) -> bytes:
    made = Workbook()
    fill(made.active)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def packed(sheet: bytes) -> bytes:
    """A file that holds nothing but what pretends to be a sheet."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return file.getvalue()


def with_sheet(rows: str) -> bytes:
    """A workbook with these rows, as no program writes them."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(lambda sheet: None))) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = SHEET.format(rows).encode() if name.endswith("sheet1.xml") else old.read(name)
            new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


@pytest.fixture
def never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """For what has to be refused as it lies in the file."""
    monkeypatch.setattr(workbook, "read_apart", lambda *args: pytest.fail("read"))


def test_one_cell_in_the_last_row_and_column_is_refused_at_once() -> None:
    def fill(sheet) -> None:
        sheet.append(["iso3"])
        sheet.cell(1_048_576, 16_384, "x")

    data = book(fill)
    assert len(data) < 10_000
    with pytest.raises(UnreadableSheet, match="far below the table"):
        read_sheet("bomb.xlsx", data)


def test_a_cell_far_to_the_right_is_refused_by_its_line() -> None:
    def fill(sheet) -> None:
        sheet.append(["iso3"])
        sheet.cell(2, 16_384, "x")

    with pytest.raises(UnreadableSheet, match="Line 2 has 16,384 columns"):
        read_sheet("wide.xlsx", book(fill))


@pytest.mark.usefixtures("never_read")
def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked() -> None:
    with pytest.raises(UnreadableSheet, match="unpacks to 21 MB; at most 20 MB"):
        read_sheet("big.xlsx", packed(b" " * (21 * 1024**2)))


@pytest.mark.usefixtures("never_read")
def test_millions_of_empty_marks_are_counted_and_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_MARKS", 10_000)
    with pytest.raises(UnreadableSheet, match="far more cells than a table has"):
        read_sheet("marks.xlsx", with_sheet("<row/>" * 10_000))


@pytest.mark.usefixtures("never_read")
def test_a_document_type_is_nothing_that_a_spreadsheet_writes() -> None:
    with pytest.raises(UnreadableSheet, match="not saved by a spreadsheet program"):
        read_sheet("entities.xlsx", packed(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))


def test_rows_that_name_their_last_column_without_end_are_refused() -> None:
    rows = "".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(1, 1_000))
    with pytest.raises(UnreadableSheet, match="far to the right of the table are named, although empty"):
        read_sheet("sparse.xlsx", with_sheet(rows))


def test_what_only_reading_shows_ends_with_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "measure", lambda data: None)
    with pytest.raises(UnreadableSheet, match=r"Reading the file took .*save it as “CSV UTF-8”"):
        read_sheet("nested.xlsx", with_sheet("<a>" * 9_000_000))


def test_a_date_of_a_workbook_is_as_exact_as_the_cell_shows_it() -> None:
    shown = ["mmm yyyy", "yyyy", "yyyy-mm-dd", "d mmmm yyyy", "General", '"day" mmm yyyy']

    def fill(sheet) -> None:
        sheet.append(["as_of"])
        for line, number_format in enumerate(shown, 2):
            cell = sheet.cell(line, 1, datetime.date(2012, 5, 1))
            cell.number_format = number_format

    found = [cells[0] for _, cells in read_sheet("a.xlsx", book(fill)).rows]
    assert found[:4] == ["2012-05", "2012", "2012-05-01", "2012-05-01"]
    assert found[5] == "2012-05"


def test_a_formula_without_a_stored_result_and_a_failed_one_are_no_values() -> None:
    def fill(sheet) -> None:
        sheet.append(["munitions", "submunitions"])
        sheet.append(["=10+5", "#REF!"])
        sheet.cell(2, 2).data_type = "e"

    ((_, (formula, failed)),) = read_sheet("a.xlsx", book(fill)).rows
    assert isinstance(formula, Unreadable)
    assert "without a stored result" in formula.why
    assert isinstance(failed, Unreadable)
    assert (str(failed), "failed" in failed.why) == ("#REF!", True)


def test_numbers_and_answers_of_a_workbook_are_words() -> None:
    def fill(sheet) -> None:
        sheet.append(["a", "b", "c", "d"])
        sheet.append([120.0, 1.5, True, None])

    assert read_sheet("a.xlsx", book(fill)).rows == [(2, ["120", "1.5", "yes", ""])]
