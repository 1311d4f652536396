"""What was cleared, by state and period."""

from __future__ import annotations

from countries.importing.state_column import AREA
from editorial.importing.cells import Decimals, Number
from editorial.importing.claim_columns import MADE_ON, SOURCES, certainty, claimed, made_on
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from impact.models import ClearanceRecord

from .columns import FOLDER, PERIOD, bound


def _record(row: SheetRow) -> list[Made]:
    by = {"country": row["iso3"], "period_start": row["period_start"], "period_end": row["period_end"]}
    values = {
        **row.given("area_km2", "area_bound", "items_destroyed", "items_bound"),
        "made_on": made_on(row),
        **claimed(row),
    }
    return [Made(ClearanceRecord, by, values, is_claim=True)]


CLEARANCE_RECORDS = Sheet(
    "clearance_records",
    "Clearance",
    (
        AREA,
        *PERIOD,
        Column("area_km2", Decimals(), "Square kilometres cleared; 0: none; empty: not given."),
        bound("area_bound", "the area"),
        Column("items_destroyed", Number(), "Submunitions and other remnants destroyed."),
        bound("items_bound", "the number of items"),
        MADE_ON,
        certainty(),
        *SOURCES,
    ),
    model=ClearanceRecord,
    records=_record,
    file=FOLDER / "clearance_records.csv",
    has_claims=True,
)
