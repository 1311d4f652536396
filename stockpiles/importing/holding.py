"""Single figures of stocks: one figure for one type or the whole stock, beside others."""

from __future__ import annotations

from countries.importing.state_column import ISO3, STATE_OR_NONE
from editorial.importing.cells import OneOf
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from stockpiles.models import HoldingKind, StockpileHolding

from .columns import AS_OF, FOLDER, MADE_ON, RANK, SOURCES, TYPE, certainty, made_on
from .figures import counts, figure, figures, ledger_flags


def read_holding(row: SheetRow) -> list[Made]:
    """One claim on what a state holds."""
    by = {"kind": row["kind"], "as_of": row["as_of"], "made_on": made_on(row)}
    return figure(row, StockpileHolding, by, {**figures(row), **row.given("holder", "counterpart")})


HOLDINGS = Sheet(
    "holdings",
    "Single figures of stocks",
    (
        ISO3,
        TYPE,
        Column("kind", OneOf(HoldingKind, HoldingKind.DECLARED), "What it does to the ledger; empty: opening."),
        *counts(),
        Column("holder", meaning="Who keeps it: Air Force, Army …"),
        Column("counterpart", STATE_OR_NONE, "The other state, for what was received or transferred."),
        AS_OF,
        MADE_ON,
        certainty(),
        *RANK,
        *SOURCES,
    ),
    model=StockpileHolding,
    records=read_holding,
    check=ledger_flags,
    file=FOLDER / "holdings.csv",
    has_claims=True,
)
