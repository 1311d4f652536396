"""What was destroyed in a year, in a shorter period, or altogether."""

from __future__ import annotations

from countries.importing.state_column import ISO3
from editorial.importing.cells import OneOf, When
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.models import Certainty
from stockpiles.models import DestructionRecord, DestructionScope, OutOf

from .columns import FOLDER, MADE_ON, RANK, SOURCES, TYPE, certainty, made_on
from .figures import counts, figure, figures, ledger_flags


def read_year(row: SheetRow) -> list[Made]:
    """One claim on what was destroyed, with its period."""
    values = figures(row, "munitions_destroyed", "submunitions_destroyed")
    is_counted = values["munitions"] is not None or values["submunitions"] is not None
    if not is_counted and row["certainty"] != Certainty.UNKNOWN:
        raise row.refusal(
            "munitions_destroyed",
            "A row without any number says nothing; give one of the two, or certainty unknown where the source "
            "says that some were destroyed and not how many.",
        )
    scope, out_of, year = row["scope"], row["out_of"], row["year"]
    if out_of == OutOf.RETAINED and scope == DestructionScope.RUNNING_TOTAL:
        raise row.refusal("scope", "What was destroyed out of what was retained is given period by period.")
    if year is not None and year.precision != "year":
        raise row.refusal("year", "Write the year alone; give days in period_start and period_end.")
    start, end = row["period_start"], row["period_end"] or year
    if scope != DestructionScope.RUNNING_TOTAL:
        start = start or year
        if start is None or end is None:
            raise row.refusal("year", "Say when: a year, or period_start and period_end.")
        if end.latest < start.earliest:
            raise row.refusal("period_end", f"It lies before the beginning, {start}.")
    by = {"scope": scope, "period_start": start, "period_end": end}
    values |= {**row.given("method"), "out_of": out_of, "made_on": made_on(row)}
    return figure(row, DestructionRecord, by, values)


STOCKPILE_YEARS = Sheet(
    "stockpile_years",
    "Destroyed year by year",
    (
        ISO3,
        Column("year", When(), "The whole year; or empty, with a period.", needed=True, said=lambda one: None),
        Column("period_start", When(), "The beginning of a shorter or longer period."),
        Column("period_end", When(), "Its end; for a running total, up to when."),
        Column("scope", OneOf(DestructionScope, DestructionScope.PERIOD), "period, or total for a running total."),
        Column("out_of", OneOf(OutOf, OutOf.STOCK), "stock, or retained."),
        TYPE,
        *counts("munitions_destroyed", "submunitions_destroyed"),
        Column("method", meaning="How, as the source says."),
        MADE_ON,
        certainty(),
        *RANK,
        *SOURCES,
    ),
    model=DestructionRecord,
    records=read_year,
    check=ledger_flags,
    file=FOLDER / "stockpile_years.csv",
    has_claims=True,
)
