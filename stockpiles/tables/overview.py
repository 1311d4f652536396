"""Stocks state by state, and completions by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from editorial.tables import Cell, Table, iso, table_of
from stockpiles.queries.overview import CompletionYear, HolderRow, Overview
from stockpiles.rules.flow import Unit

from .cells import days_columns, least, number, rounded


def overview_table(view: Overview, rows: Sequence[HolderRow]) -> Table:
    """One line a state: stock, destroyed, retained, remaining, deadline, completion."""
    return table_of(
        f"Stockpiles of cluster munitions, {view.as_of.isoformat()}",
        {
            "ISO3": lambda row: row.country.iso3,
            "State": lambda row: row.country.name,
            **_of_unit(Unit.MUNITIONS),
            **_of_unit(Unit.SUBMUNITIONS),
            "Completed": lambda row: iso(row.completion.last_item_on) if row.completion else "",
            "Article 3 deadline": lambda row: row.duty.due if row.duty else None,
            "Extended": lambda row: row.duty.is_extended if row.duty else None,
            "Standing": lambda row: row.duty.standing.words if row.duty else "",
            **days_columns(lambda row: row.duty),
            "Figures disagree": lambda row: row.has_conflict,
            "Where the figures do not come out": lambda row: " | ".join(one.in_full for one in row.differences),
            "As of": lambda row: view.as_of,
        },
        rows,
    )


def _of_unit(unit: Unit) -> dict[str, Callable[[HolderRow], Cell]]:
    """The figures in one unit; the part that is on record of a total destroyed beside the total, never under it."""
    name = unit.value.capitalize()
    return {
        f"{name} declared": lambda row: number(row.declared(unit)),
        f"{name} rounded": lambda row: rounded(row.declared(unit)),
        f"{name} destroyed": lambda row: number(row.destroyed(unit)),
        f"{name} destroyed at least": lambda row: least(row.destroyed(unit)),
        f"{name} destroyed rounded": lambda row: rounded(row.destroyed(unit)),
        f"{name} retained": lambda row: number(row.retained(unit)),
        f"{name} remaining": lambda row: number(row.remaining(unit)),
    }


def progress_table(view: Overview) -> Table:
    """One line a year: which states completed, what they had declared."""

    def declared(year: CompletionYear) -> Cell:
        return number(year.munitions.known) if year.munitions.states else ""

    return table_of(
        "Completions by year",
        {
            "Year": lambda year: year.year,
            "States completed": lambda year: len(year.states),
            "States that had completed": lambda year: year.states_so_far,
            "Munitions declared by them": declared,
            "Names": lambda year: "; ".join(country.name for country in year.states),
        },
        view.years,
    )
