"""Reference data: idempotent, refused by row, never stronger than a person's edit."""

from dataclasses import replace
from pathlib import Path

import pytest

from editorial.actions.bad_row import BadRow
from editorial.actions.import_report import ImportReport
from editorial.importing.cells import NEEDED, Named, OneOf
from editorial.importing.sheet import Column, Sheet
from editorial.importing.sheet_loader import loads
from editorial.models import Organisation, OrganisationKind, Source, recording
from tests.factories.sheets import load_file

pytestmark = pytest.mark.django_db
SHEET = Sheet(
    "organisations",
    "Organisations",
    (
        Column("slug", NEEDED, needed=True),
        Column("name", needed=True),
        Column("kind", OneOf(OrganisationKind), needed=True),
        Column("like", Named(Organisation), field=""),
    ),
    model=Organisation,
    key=("slug",),
    file=Path("organisations.csv"),
)
HEAD = "slug,name,kind,like\n"


def load(folder, *rows, sheet=SHEET):
    (folder / "organisations.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return load_file(sheet, folder)


def test_it_creates_changes_and_leaves(tmp_path):
    report = load(tmp_path, "a,A,ngo,", "b,B,ngo,")
    assert (report.created, report.changed, report.unchanged) == (2, 0, 0)
    report = load(tmp_path, "a,A,ngo,", "b,Bb,ngo,")
    assert (report.created, report.changed, report.unchanged) == (0, 1, 1)
    assert Organisation.objects.get(slug="b").history.count() == 2


def test_what_a_person_edited_stays_and_is_said(tmp_path, person):
    load(tmp_path, "a,A,ngo,")
    with recording(by=person("researcher"), reason="Its name of today"):
        one = Organisation.objects.get(slug="a")
        one.name = "Alpha"
        one.save()
    report = load(tmp_path, "a,Aa,ngo,")
    assert (report.changed, report.kept) == (0, ["organisation Alpha"])
    assert Organisation.objects.get(slug="a").name == "Alpha"


def test_a_bad_row_is_refused_with_all_its_cells_and_the_others_are_taken(tmp_path):
    report = load(tmp_path, ",A,circus,", "b,B,ngo,")
    assert [str(one) for one in report.refused] == [
        "organisations.csv, line 2, slug: empty. Every row needs it.",
        f"organisations.csv, line 2, kind: “circus”. Write one of {', '.join(OrganisationKind.values)}.",
    ]
    assert (report.refused_rows, report.created) == (1, 1)


def test_a_row_may_name_one_above_it_and_none_below(tmp_path):
    report = load(tmp_path, "a,A,ngo,b", "b,B,ngo,", "c,C,ngo,b")
    assert [str(one) for one in report.refused] == [
        "organisations.csv, line 2, like: “b”. No organisation has this name. Correct the cell, or enter that "
        "organisation first."
    ]


def test_a_refused_row_leaves_no_document_behind(tmp_path):
    def records(row):
        Source.objects.create(key="brought", kind="press", title="Brought")
        raise BadRow("No.")

    assert len(load(tmp_path, "a,A,ngo,", sheet=replace(SHEET, records=records)).refused) == 1
    assert not Source.objects.filter(key="brought").exists()


def test_a_loader_takes_its_tables_in_order(tmp_path):
    load(tmp_path, "a,A,ngo,")
    Organisation.objects.all().delete()
    report = ImportReport("some-organisations")
    with recording(by=None, reason="Loaded for a test"):
        loads("some-organisations", SHEET.at(tmp_path), SHEET.at(tmp_path))(report)
    assert (report.created, report.unchanged) == (1, 1)


def test_rows_that_name_none_above_are_stored_together_and_loaded_again(tmp_path):
    sheet = replace(SHEET, names_none_above=True)
    rows = [f"o{number},Organisation {number},ngo," for number in range(30)]
    assert load(tmp_path, *rows, sheet=sheet).created == 30
    assert Organisation.objects.get(slug="o7").history.get().history_change_reason == "Loaded for a test"
    rows[7] = "o7,Seven,ngo,"
    report = load(tmp_path, *rows, sheet=sheet)
    assert (report.created, report.changed, report.unchanged) == (0, 1, 29)
    assert [v.name for v in Organisation.objects.get(slug="o7").history.all()] == ["Seven", "Organisation 7"]


def test_two_rows_of_one_record_make_one(tmp_path):
    report = load(tmp_path, "a,A,ngo,", "a,B,ngo,", sheet=replace(SHEET, names_none_above=True))
    assert (report.created, report.changed) == (1, 1)
    assert Organisation.objects.get(slug="a").name == "B"
