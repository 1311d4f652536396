"""Casualties, by state, period and basis."""

from __future__ import annotations

from countries.importing.state_column import AREA
from editorial.importing.cells import Number, OneOf
from editorial.importing.claim_columns import MADE_ON, SOURCES, certainty, claimed, made_on
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from impact.models import CasualtyBasis, CasualtyFigure

from .columns import FOLDER, PERIOD, bound


def _figure(row: SheetRow) -> list[Made]:
    by = {
        "country": row["iso3"],
        "basis": row["basis"],
        "period_start": row["period_start"],
        "period_end": row["period_end"],
    }
    values = {**row.given("number", "bound"), "made_on": made_on(row), **claimed(row)}
    return [Made(CasualtyFigure, by, values, is_claim=True)]


CASUALTY_FIGURES = Sheet(
    "casualty_figures",
    "Casualties",
    (
        AREA,
        Column("basis", OneOf(CasualtyBasis), "Whom it counts.", needed=True),
        *PERIOD,
        Column("number", Number(), "Empty: recorded, number not given. 0: none counted.", needed=True),
        bound("bound", "the number"),
        MADE_ON,
        certainty(),
        *SOURCES,
    ),
    model=CasualtyFigure,
    records=_figure,
    file=FOLDER / "casualty_figures.csv",
    has_claims=True,
)
