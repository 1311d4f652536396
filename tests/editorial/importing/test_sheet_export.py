"""Records as a sheet under its own headings."""

from editorial.importing.cells import NEEDED, OneOf
from editorial.importing.sheet import Column, Sheet
from editorial.importing.sheet_export import table_of
from editorial.models import Organisation, OrganisationKind

SHEET = Sheet(
    "organisations",
    "Organisations",
    (Column("slug", NEEDED), Column("title", field="name"), Column("kind", OneOf(OrganisationKind))),
    model=Organisation,
    key=("slug",),
)


def test_headings_and_cells_are_those_that_the_import_reads():
    table = table_of(SHEET, [Organisation(slug="npa", name="NPA", kind=OrganisationKind.NGO)])
    assert (table.headings, list(table.rows)) == (["slug", "title", "kind"], [["npa", "NPA", "ngo"]])
