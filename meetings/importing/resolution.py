"""Resolutions of the General Assembly, and who stood behind them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from countries.importing.country import SOURCE, one_document
from countries.importing.state_column import ISO3
from editorial.importing.cells import NEEDED, Named, Number, OneOf
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.models import Sourced
from meetings.models import Resolution, ResolutionSponsor, SponsorRole

FOLDER = Path(__file__).resolve().parent.parent / "reference"
WHOLE_NUMBER = "Write a whole number."


def _document(record: Sourced) -> str:
    """The source cell of a record that keeps one document; read back it changes nothing."""
    if record.source is None:
        return ""
    return f"@{record.source.key}, {record.source_locator}" if record.source_locator else f"@{record.source.key}"


ONE_SOURCE = replace(SOURCE, said=_document)
RESOLUTION = Column("resolution", Named(Resolution, must=True), "The resolution, by its slug.", needed=True)

RESOLUTIONS = Sheet(
    "resolutions",
    "Resolutions of the General Assembly",
    (
        Column("slug", NEEDED, "Its place in addresses.", needed=True),
        Column("symbol", NEEDED, needed=True),
        Column("draft_symbol", meaning="Empty where no source gives it."),
        Column("title", NEEDED, needed=True),
        Column("session", Number(must=WHOLE_NUMBER), needed=True),
        Column("year", Number(must=WHOLE_NUMBER), needed=True),
        ONE_SOURCE,
    ),
    model=Resolution,
    key=("slug",),
    cited=one_document,
    file=FOLDER / "resolutions.csv",
)


def _sponsor(row: SheetRow) -> list[Made]:
    cited = one_document(row)
    by = {
        "resolution": row["resolution"],
        "country": row["iso3"],
        "role": row["role"],
        "source": cited.pop("source"),
    }
    return [Made(ResolutionSponsor, by, cited)]


RESOLUTION_SPONSORS = Sheet(
    "resolution_sponsors",
    "Who stood behind a resolution, and who explained its vote",
    (RESOLUTION, ISO3, Column("role", OneOf(SponsorRole), needed=True), ONE_SOURCE),
    records=_sponsor,
    file=FOLDER / "resolution_sponsors.csv",
    names_none_above=True,
)
