"""Columns that the sheets of stocks share, beside those that every claim has."""

from __future__ import annotations

from pathlib import Path

from editorial.importing.cells import Named, Words
from editorial.importing.claim_columns import (
    AS_OF,
    MADE_ON,
    RANK,
    SOURCES,
    certainty,
    cited,
    claimed,
    edition_of,
    made_on,
    noted,
    ranked,
)
from editorial.importing.sheet import Column, Made, SheetRow
from meetings.models import Meeting
from stockpiles.models import Article, ClearanceObligation, MunitionType

__all__ = [
    "ARTICLE",
    "AS_OF",
    "FOLDER",
    "MADE_ON",
    "MEETING",
    "OBLIGATION",
    "RANK",
    "SOURCES",
    "TYPE",
    "certainty",
    "cited",
    "claimed",
    "edition_of",
    "made_on",
    "noted",
    "obligation",
    "ranked",
]

FOLDER = Path(__file__).resolve().parent.parent / "reference"

TYPE = Column(
    "munition_type",
    Named(MunitionType, "designation", remedy="No munition type has this designation; add the type first."),
    "Its designation; empty for the whole stock.",
)
MEETING = Named(Meeting, remedy="No meeting has this address; correct it (the Ninth Meeting is 9msp).")
ARTICLE = Column(
    "article",
    Words(
        {"3": Article.DESTRUCTION, "4": Article.CLEARANCE},
        "Deadlines under Articles 3 and 4 can be extended; write 3 or 4.",
    ),
    "3 or 4.",
    needed=True,
)
OBLIGATION = Column(
    "obligation",
    meaning="For Article 4: the name of the area, where a state has several obligations.",
    said=lambda record: record.obligation.name if record.obligation else "",
)


def obligation(row: SheetRow) -> dict[str, Made]:
    """For Article 4 the obligation that a row is about, made where it is not on record; nothing for Article 3."""
    if row["article"] != Article.CLEARANCE:
        return {}
    return {"obligation": Made(ClearanceObligation, {"country": row["iso3"], "name": row["obligation"]}, {})}
