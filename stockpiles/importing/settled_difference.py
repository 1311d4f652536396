"""What became of ledgers that do not come out: why, and on which figures that was found.

Where the figures have changed since, the record is kept and does not count.
"""

from __future__ import annotations

from countries.importing.state_column import ISO3
from editorial.importing.cells import NEEDED, OneOf
from editorial.importing.sheet import Column, Sheet
from stockpiles.models import SettledDifference
from stockpiles.rules.difference import DifferenceKind
from stockpiles.rules.flow import Unit

from .columns import FOLDER, SOURCES, TYPE, noted

SETTLED_DIFFERENCES = Sheet(
    "settled_differences",
    "Differences that were settled",
    (
        ISO3,
        Column("finding", OneOf(DifferenceKind), "What does not come out.", needed=True),
        Column("unit", OneOf(Unit), "munitions or submunitions.", needed=True),
        TYPE,
        Column("figures", NEEDED, "The figures on which it was settled.", needed=True),
        Column("explanation", NEEDED, "Why, for readers.", needed=True),
        SOURCES[0],
    ),
    model=SettledDifference,
    key=("country", "finding", "unit", "munition_type"),
    cited=noted,
    file=FOLDER / "settled_differences.csv",
)
