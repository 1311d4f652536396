"""States and other areas, and the further names by which they are found."""

from __future__ import annotations

from pathlib import Path

from django.utils.text import slugify

from countries.models import Country, CountryKind, CountryName, CountryNameKind, NameInLanguage
from editorial.importing.cells import NEEDED, Nullable, Number, OneOf, When, Words, YesNo
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.importing.source_cell import sourced, sourced_with_note
from editorial.models import SourceKind

from .state_column import ISO3

FOLDER = Path(__file__).resolve().parent.parent / "reference"


def one_document(row: SheetRow) -> dict[str, object]:
    """For a record that keeps one document in a field of its own, and the place in it."""
    return sourced(row.cells)


def several_documents(row: SheetRow) -> dict[str, object]:
    """For a record that keeps its first document in a field; its note cites the others."""
    return sourced_with_note(row.cells)


SOURCE = Column("source", meaning="The document: @key, note 13; or in words.", needed=True, field="")


def _country(row: SheetRow) -> list[Made]:
    """An address once given is kept: a state is known by its code, and by its name only where it has none."""
    known = row.known.find(Country, "iso3", row["iso3"]) if row["iso3"] else None
    values = {
        **row.given("iso2", "iso3", "m49", "name", "official_name", "kind", "is_un_member"),
        **row.given("region", "subregion", "intermediate_region"),
        **row.given("capital", "languages", "wikidata", "geonames"),
        **sourced_with_note(row.cells, kind=SourceKind.DATASET),
    }
    return [Made(Country, {"slug": known.slug if known else slug_of(row["name"])}, values)]


def slug_of(name: str) -> str:
    """A state's place in addresses: its name without what stands in brackets."""
    return slugify(name.split(" (")[0])


COUNTRIES = Sheet(  # 193 members of the UN, four other states, four other areas, one of them without any code
    "countries",
    "States and other areas",
    (
        Column("iso2", Nullable()),
        Column("iso3", Nullable()),
        Column("m49"),
        Column("name", needed=True),
        Column("official_name"),
        Column("region"),
        Column("subregion"),
        Column("intermediate_region"),
        Column("capital"),
        Column("languages", meaning="ISO 639-3, parted by blanks."),
        Column("wikidata"),
        Column("geonames", Number()),
        Column("is_un_member", YesNo()),
        Column("kind", Words({"state": CountryKind.STATE, "other area": CountryKind.OTHER_AREA}), needed=True),
        SOURCE,
    ),
    records=_country,
    file=FOLDER / "countries.csv",
)

COUNTRY_NAMES = (
    Sheet(  # former names and names in common use, so that a legacy page or a pasted list finds its state
        "country_names",
        "Other names of states",
        (
            ISO3,
            Column("name", needed=True),
            Column("kind", OneOf(CountryNameKind), needed=True),
            Column("valid_from", When()),
            Column("valid_until", When()),
            SOURCE,
        ),
        model=CountryName,
        key=("country", "name"),
        cited=one_document,
        file=FOLDER / "country_names.csv",
    )
)

NAMES_IN_LANGUAGES = Sheet(
    "names_in_languages",
    "Names of states in other languages",
    (ISO3, Column("language", NEEDED, needed=True), Column("name", NEEDED, needed=True), SOURCE),
    model=NameInLanguage,
    key=("country", "language"),
    cited=one_document,
    file=FOLDER / "names_in_languages.csv",
    names_none_above=True,
)
