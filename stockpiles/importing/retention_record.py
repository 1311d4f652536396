"""What is retained as of one day, beside what other rows say of other days."""

from __future__ import annotations

from countries.importing.state_column import ISO3
from editorial.importing.cells import When
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from stockpiles.models import RetentionRecord

from .columns import FOLDER, MADE_ON, RANK, SOURCES, TYPE, certainty, made_on
from .figures import counts, figure, figures, ledger_flags


def read_retention(row: SheetRow) -> list[Made]:
    """One claim on what a state retains."""
    by = {"as_of": row["as_of"], "made_on": made_on(row)}
    return figure(row, RetentionRecord, by, {**figures(row), **row.given("purpose")})


RETENTION = Sheet(
    "retention",
    "Retained for training, day by day",
    (
        ISO3,
        TYPE,
        *counts(),
        Column("as_of", When(), "The day on which it was retained.", needed=True),
        MADE_ON,
        Column("purpose", meaning="What it is kept for, as the source says."),
        certainty(),
        *RANK,
        *SOURCES,
    ),
    model=RetentionRecord,
    records=read_retention,
    check=ledger_flags,
    file=FOLDER / "retention.csv",
    has_claims=True,
)
