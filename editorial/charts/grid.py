"""A grid of marks: who did what in which year. It is an HTML table, so it is its own accessible version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Unpack

from editorial.charts.figure import Caption, anchor_of

Sign = Literal["full", "half", "ring", "cross", "dash", "hatch", "blank"]
"""Shapes that differ without colour."""
Tone = Literal["met", "due-soon", "overdue", "quiet", "party", "signatory", "withdrawn"]


@dataclass(frozen=True)
class GridState:
    """What a cell can be: its word, its shape and its colour."""

    name: str
    sign: Sign
    tone: Tone = "quiet"


@dataclass(frozen=True)
class GridCell:
    """One row in one column; `words` adds what the state's name does not say ("12 May 2014")."""

    state: GridState
    words: str = ""
    url: str = ""

    @property
    def title(self) -> str:
        return f"{self.state.name}, {self.words}" if self.words else self.state.name


@dataclass(frozen=True)
class GridRow:
    """A name and one cell a column."""

    name: str
    cells: Sequence[GridCell]
    url: str = ""


@dataclass(frozen=True)
class Grid:
    """A grid ready to be shown."""

    anchor: str
    caption: Caption
    corner: str
    columns: Sequence[str]
    rows: Sequence[GridRow]
    key: tuple[tuple[GridState, int], ...]
    """Each state that occurs, with its count."""

    template = "_components/charts/grid.html"


def grid(
    *,
    corner: str,
    columns: Sequence[str],
    rows: Sequence[GridRow],
    states: Sequence[GridState],
    **caption: Unpack[Caption],
) -> Grid:
    """A row a name, a column a year, a mark a cell; `corner` heads the names, the key follows the order of `states`.

    Raises ValueError when a row does not have one cell a column.
    """
    for row in rows:
        if len(row.cells) != len(columns):
            raise ValueError(f"{row.name}: {len(row.cells)} cells for {len(columns)} columns.")
    counts = Counter(cell.state for row in rows for cell in row.cells)
    return Grid(
        anchor=anchor_of(caption),
        caption=caption,
        corner=corner,
        columns=columns,
        rows=rows,
        key=tuple((state, counts[state]) for state in states if counts[state]),
    )
