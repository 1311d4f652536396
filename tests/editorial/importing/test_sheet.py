"""One declaration of a table: its head, its rows, and everything that is wrong with them."""

from dataclasses import replace

import pytest

from editorial.actions.bad_row import BadRow
from editorial.importing.cells import NEEDED, Number, OneOf
from editorial.importing.lookups import Lookups
from editorial.importing.sheet import Column, Made, Sheet
from editorial.importing.sheet_file import SheetFile
from editorial.importing.sheet_rows import Unreadable
from editorial.models import Organisation, OrganisationKind
from tests.factories.sheets import read_row, sheet_of

SHEET = Sheet(
    "organisations",
    "Organisations",
    (
        Column("slug", NEEDED, needed=True),
        Column("title", needed=True, field="name"),
        Column("kind", OneOf(OrganisationKind, OrganisationKind.NGO)),
        Column("order", Number(), field=""),
        Column("source", field=""),
    ),
    model=Organisation,
    key=("slug",),
)
HEAD = ["slug", "title", "kind", "order"]


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["slug"], ["Column “title” is missing."]),
        (["slug", "title", "colour"], ["Column “colour” is not known in this table."]),
        (["slug", "slug", "title"], ["Column “slug” is there twice."]),
        (["slug", "title", ""], []),
        (["slug", "title", "source_title", "source_url", "source_locator"], []),
    ],
)
def test_what_is_wrong_with_the_head(headings, said):
    assert SHEET.wrong_columns(headings, {}) == said
    assert SHEET.wrong_columns([*headings], {"title": "NPA"}) == [one for one in said if "missing" not in one]


def test_a_source_may_stand_in_columns_of_its_own():
    needs = replace(SHEET, columns=(*SHEET.columns[:-1], Column("source", needed=True, field="")))
    assert needs.wrong_columns(["slug", "title"], {}) == ["Column “source” is missing."]
    assert needs.wrong_columns(["slug", "title", "source_title"], {}) == []


def test_a_row_fills_the_fields_of_the_columns_that_the_file_has():
    (made,) = read_row(SHEET, {"slug": "npa", "title": "Norwegian People's Aid", "order": "2"})
    assert (made.model, made.by, made.values) == (
        Organisation,
        {"slug": "npa"},
        {"name": "Norwegian People's Aid"},
    )


def test_all_that_is_wrong_with_a_row_is_said_at_once():
    (reading,) = SHEET.read(sheet_of(HEAD, ("", "NPA", "circus", "-1")), Lookups())
    assert [problem.field for problem in reading.problems] == ["slug", "kind", "order"]


def test_a_cell_that_is_not_empty_never_becomes_empty():
    file = SheetFile(HEAD, [(2, ["npa", "NPA", "", Unreadable("=…", "Save it there.")])])
    (reading,) = SHEET.read(file, Lookups())
    assert [str(problem) for problem in reading.problems] == ["order: “=…”. Save it there."]


def test_what_is_given_for_all_rows_stands_in_empty_cells_only():
    file = sheet_of(["slug", "title"], ("a", ""), ("b", "Own"))
    rows = SHEET.read(file, Lookups(), {"title": "Given", "kind": "coalition"})
    assert [(row["title"], row["kind"]) for row in rows] == [("Given", "coalition"), ("Own", "coalition")]


def test_rows_come_in_the_order_of_the_sheet_with_their_own_lines():
    ordered = replace(SHEET, order=lambda row: (row["order"],))
    file = sheet_of(HEAD, ("b", "B", "", "2"), ("x", "X", "", "-"), ("a", "A", "", "1"))
    assert [reading.line for reading in ordered.read(file, Lookups())] == [3, 4, 2]


def test_a_row_that_says_something_impossible_is_refused_with_its_value():
    def records(row):
        raise row.refusal("title", "Two words, please.")

    with pytest.raises(BadRow, match=r"title: “NPA”. Two words, please."):
        read_row(replace(SHEET, records=records), {"slug": "npa", "title": "NPA"})


def test_a_record_is_written_as_its_row():
    npa = Organisation(slug="npa", name="NPA", kind=OrganisationKind.NGO)
    assert [column.written(npa) for column in SHEET.columns[:3]] == ["npa", "NPA", "ngo"]
    said = Column("n", Number(), said=lambda record: len(record.name))
    assert said.written(npa) == "3"


def test_two_records_of_one_row_are_two_though_they_say_the_same():
    one, other = (Made(Organisation, {"slug": "npa"}, {}) for _ in range(2))
    assert one != other
    assert {one: 1, other: 2}[one] == 1


EXPORTED = Sheet(
    "organisations",
    "Organisations",
    (Column("slug", NEEDED), Column("title", field="name"), Column("kind", OneOf(OrganisationKind))),
    model=Organisation,
    key=("slug",),
)


def test_headings_and_cells_are_those_that_the_import_reads():
    table = EXPORTED.table([Organisation(slug="npa", name="NPA", kind=OrganisationKind.NGO)])
    assert (table.headings, list(table.rows)) == (["slug", "title", "kind"], [["npa", "NPA", "ngo"]])
