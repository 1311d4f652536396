"""Columns that the sheets of impact share."""

from __future__ import annotations

from pathlib import Path

from countries.models import FigureBound
from editorial.importing.cells import OneOf, When
from editorial.importing.sheet import Column

FOLDER = Path(__file__).resolve().parent.parent / "reference"
PERIOD = (
    Column("period_start", When(), "Since when; of one year the year itself."),
    Column("period_end", When(), "Until when, this end with it."),
)


def bound(name: str, of: str) -> Column:
    return Column(name, OneOf(FigureBound, ""), f"What the source says before {of}.")
