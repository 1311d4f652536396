"""A row of settled_differences.csv: why a ledger does not come out, and on which figures that was found."""

from __future__ import annotations

from stockpiles.models import SettledDifference
from stockpiles.rules.difference import Finding
from stockpiles.rules.flow import Unit

from .cells import Row, cell, refuse, required
from .known import Known
from .rows import Made, cited


def read_settled_difference(row: Row, known: Known) -> list[Made]:
    """The record that settles one difference. Where the figures have changed since, it is kept and does not count."""
    finding, unit = cell(row, "finding"), cell(row, "unit")
    if finding not in set(Finding):
        raise refuse("finding", finding, f"Write one of {', '.join(Finding)}.")
    if unit not in set(Unit):
        raise refuse("unit", unit, f"Write one of {', '.join(Unit)}.")
    return [
        Made(
            SettledDifference,
            {
                "country": known.country(row),
                "finding": finding,
                "unit": unit,
                "munition_type": known.munition_type(row),
            },
            {"figures": required(row, "figures"), "explanation": required(row, "explanation"), "note": cited(row)},
        )
    ]
