"""Every table of the desk: the reference files are read unchanged, and what goes out comes back unchanged."""

from datetime import date

import pytest

from editorial.importing.sheet_file import read_sheet
from editorial.importing.sheet_import import import_sheet
from editorial.importing.sheet_loader import sheet_file
from editorial.tables import csv_pieces, xlsx_file
from stockpiles.importing.at_the_desk import AT_THE_DESK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 2, 3)
NAMES = [sheet.name for sheet in AT_THE_DESK]
EXPORTED = [sheet for sheet in AT_THE_DESK if sheet.model is not None]


@pytest.mark.parametrize("sheet", AT_THE_DESK, ids=NAMES)
def test_the_reference_file_itself_is_unchanged(person, sheet):
    report = import_sheet(sheet, sheet_file(sheet), by=person("researcher"), today=TODAY)
    assert report.problems == []
    assert ([str(one) for one in report.refused], report.created, report.changed) == ([], 0, 0)
    assert report.unchanged >= len(report.rows) > 0


@pytest.mark.parametrize("sheet", EXPORTED, ids=[sheet.name for sheet in EXPORTED])
def test_what_goes_out_comes_back_unchanged(person, sheet):
    records = sheet.model.objects.all()
    table = sheet.table(records)
    text = "".join(csv_pieces(table)).encode()
    for file in (read_sheet("a.csv", text), read_sheet("a.xlsx", xlsx_file(sheet.table(records)))):
        assert file.headings == [column.name for column in sheet.columns]
        report = import_sheet(sheet, file, by=person("researcher"), today=TODAY)
        assert ([str(one) for one in report.refused], report.created, report.changed) == ([], 0, 0)
        assert len(report.rows) == records.count() > 0


def test_all_but_the_table_of_four_kinds_of_record_can_be_exported():
    assert [sheet.name for sheet in AT_THE_DESK if sheet not in EXPORTED] == ["stockpiles"]
