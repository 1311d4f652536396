"""Casualties as a file: one line a figure, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.queries.shown import ShownRecord, who_says
from editorial.tables import Table, iso, table_of
from impact.models import CasualtyFigure


def casualty_table(rows: Iterable[ShownRecord[CasualtyFigure]]) -> Table:
    """Figures in the order of the list. An empty number: casualties are recorded, how many is not given; 0 is none."""
    return table_of(
        "Casualties",
        {
            "ISO3": lambda one: one.record.country.iso3 or "",
            "State": lambda one: one.record.country.name,
            "Basis": lambda one: one.record.basis,
            "Period from": lambda one: iso(one.record.period_start),
            "Period to": lambda one: iso(one.record.period_end),
            "Number": lambda one: one.record.number,
            "Bound": lambda one: one.record.bound,
            "In words": lambda one: one.record.in_words,
            "Said on": lambda one: iso(one.record.made_on),
            "By": lambda one: who_says(one),
            "Certainty": lambda one: one.record.certainty,
            "Remark": lambda one: one.proof.words,
            "Sources": lambda one: "; ".join(cited.line for cited in one.proof.sources),
        },
        rows,
    )
