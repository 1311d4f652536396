"""A grid of marks: who did what in which year. It is an HTML table, so it is its own accessible version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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

    state: str
    words: str = ""
    url: str = ""


@dataclass(frozen=True)
class GridRow:
    """A name and one cell a column."""

    name: str
    cells: Sequence[GridCell]
    url: str = ""


@dataclass(frozen=True)
class FilledCell:
    """A cell with its state looked up."""

    state: GridState
    words: str
    url: str

    @property
    def title(self) -> str:
        return f"{self.state.name}, {self.words}" if self.words else self.state.name


@dataclass(frozen=True)
class FilledRow:
    name: str
    url: str
    cells: tuple[FilledCell, ...]


@dataclass(frozen=True)
class Grid:
    """A grid ready to be shown."""

    anchor: str
    caption: Caption
    corner: str
    columns: tuple[str, ...]
    rows: tuple[FilledRow, ...]
    key: tuple[tuple[GridState, int], ...]
    """Each state that occurs, with its count."""

    template = "_components/charts/grid.html"


def grid(
    *,
    corner: str,
    columns: Sequence[str],
    rows: Sequence[GridRow],
    states: Mapping[str, GridState],
    **caption: Unpack[Caption],
) -> Grid:
    """A row a name, a column a year, a mark a cell; `corner` heads the names.

    Raises ValueError when a row does not have one cell a column or names a state that is not among `states`.
    """
    filled = []
    counts: Counter[str] = Counter()
    for row in rows:
        if len(row.cells) != len(columns):
            raise ValueError(f"{row.name}: {len(row.cells)} cells for {len(columns)} columns.")
        for cell in row.cells:
            if cell.state not in states:
                raise ValueError(f"{row.name}: {cell.state!r} is none of {', '.join(sorted(states))}.")
            counts[cell.state] += 1
        cells = tuple(FilledCell(states[cell.state], cell.words, cell.url) for cell in row.cells)
        filled.append(FilledRow(row.name, row.url, cells))
    return Grid(
        anchor=anchor_of(caption),
        caption=caption,
        corner=corner,
        columns=tuple(str(column) for column in columns),
        rows=tuple(filled),
        key=tuple((state, counts[name]) for name, state in states.items() if counts[name]),
    )
