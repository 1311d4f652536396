"""A grid of marks: who did what in which year. It is an HTML table, so it is its own accessible version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Unpack

from django.utils.html import escape
from django.utils.safestring import SafeString

from editorial.charts.figure import Caption, anchor_of
from editorial.charts.once import DrawnFigure

Sign = Literal["full", "half", "ring", "cross", "dash", "hatch", "blank"]
"""Shapes that differ without colour."""
Tone = Literal["met", "due-soon", "overdue", "quiet", "party", "signatory", "withdrawn"]


@dataclass(frozen=True)
class GridState:
    """What a cell can be: its word, its shape and its colour."""

    name: str
    sign: Sign
    tone: Tone = "quiet"

    @property
    def css(self) -> str:
        return f"s-{self.sign} s-{self.tone}" if self.tone != "quiet" else f"s-{self.sign}"


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
class Grid(DrawnFigure):
    """A grid ready to be shown."""

    anchor: str
    caption: Caption
    corner: str
    columns: Sequence[str]
    rows: Sequence[GridRow]
    key: tuple[tuple[GridState, int], ...]
    """Each state that occurs, with its count."""

    template = "_components/charts/grid.html"

    @property
    def body(self) -> SafeString:
        """The rows of the table. Not by the template: a grid has thousands of cells, and hundreds of them are alike."""
        made: dict[tuple[GridCell, int], str] = {}
        lines = []
        for row in self.rows:
            name = f'<a href="{escape(row.url)}">{escape(row.name)}</a>' if row.url else escape(row.name)
            line = [f'<tr><th scope="row">{name}</th>']
            for run in runs(row.cells):
                if run not in made:
                    made[run] = _td(*run)
                line.append(made[run])
            lines.append(f"{''.join(line)}</tr>\n")
        return SafeString("".join(lines))


def runs(cells: Sequence[GridCell]) -> list[tuple[GridCell, int]]:
    """Cells beside each other that say the same are one cell over so many columns; one that leads somewhere stays alone."""
    found: list[tuple[GridCell, int]] = []
    for cell in cells:
        if found and (found[-1][0] is cell or found[-1][0] == cell) and not cell.url:
            found[-1] = (cell, found[-1][1] + 1)
        else:
            found.append((cell, 1))
    return found


def _td(cell: GridCell, columns: int) -> str:
    """A cell with its words for the ear and for the pointer; the style sheet draws its sign in each of its columns."""
    words = f"<span>{escape(cell.title)}</span>"
    if cell.url:
        words = f'<a href="{escape(cell.url)}">{words}</a>'
    wide = f' colspan="{columns}"' if columns > 1 else ""
    return f'<td class="{cell.state.css}"{wide}>{words}</td>'


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
