"""Figures of the world, as they were published."""

from __future__ import annotations

from countries.models import FigureBound, PublishedTotal, TotalMeasure, TotalSubject
from editorial.importing.cells import Decimals, Number, OneOf, When
from editorial.importing.claim_columns import AS_OF, MADE_ON, SOURCES, certainty, claimed, made_on
from editorial.importing.sheet import Column, Made, Sheet, SheetRow

from .country import FOLDER


def _total(row: SheetRow) -> list[Made]:
    """Two figures of one source about the same time and measure are told apart by what they count."""
    names = ("subject", "measure", "period_start", "period_end", "as_of", "covers")
    values = {
        **row.given("number", "bound", "upper", "out_of"),
        "made_on": made_on(row),
        **claimed(row),
    }
    return [Made(PublishedTotal, {name: row[name] for name in names}, values, is_claim=True)]


PUBLISHED_TOTALS = Sheet(
    "published_totals",
    "Published totals",
    (
        Column("subject", OneOf(TotalSubject), "What it is about.", needed=True),
        Column("measure", OneOf(TotalMeasure), "What is counted.", needed=True),
        Column("period_start", When(), "Since when, for a period."),
        Column("period_end", When(), "Until when."),
        AS_OF,
        Column("number", Decimals(), "The figure; empty: the source gives none.", needed=True),
        Column("bound", OneOf(FigureBound, ""), "What the source says before it."),
        Column("upper", Decimals(), "The upper end of a range."),
        Column("out_of", Number(), "Of how many."),
        Column("covers", meaning="What it counts, in words."),
        MADE_ON,
        certainty(),
        *SOURCES,
    ),
    model=PublishedTotal,
    records=_total,
    file=FOLDER / "published_totals.csv",
    has_claims=True,
)
