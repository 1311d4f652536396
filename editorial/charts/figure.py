"""What every chart hands to the template: a figure of two drawings and one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol, Required, TypedDict

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.text import slugify

from .once import DrawnFigure

WIDE = 640
"""Drawing units across the wide drawing: the text measure in pixels, so its lettering shows at its own size."""
NARROW = 352
"""Drawing units across the narrow drawing: a phone's column."""
SMALL, TEXT = 12, 13
"""Letter sizes in drawing units: dates and ticks; names and values."""

Size = Literal["wide", "narrow"]
SIZES: tuple[tuple[Size, int], ...] = (("wide", WIDE), ("narrow", NARROW))

Number = int | float | Decimal
Shape = Literal["rect", "line", "path", "circle", "text"]


@dataclass(frozen=True)
class Unknown:
    """A figure that nobody published. `words` says it more exactly ("not believed to have stocks")."""

    words: str = ""


Value = Number | Unknown | None
"""A figure, or None where it is unknown."""


@dataclass(frozen=True)
class Series:
    """One row of figures under a name, in the order of the chart's categories."""

    name: str
    values: Sequence[Value]


@dataclass(frozen=True)
class ChartMark:
    """One SVG element of a drawing; `title` is read out and shown on hover."""

    shape: Shape
    css: str
    geometry: Mapping[str, str | float]
    text: str = ""
    title: str = ""

    @property
    def element(self) -> str:
        """The element as the page has it, escaped. Not by a template, nor by Django's flatatt: a chart has hundreds."""
        given = [f' {name}="{shown(value)}"' for name, value in self.geometry.items()]
        opening = f'<{self.shape} class="{escape(self.css)}"{"".join(given)}'
        if not self.text and not self.title:
            return f"{opening}/>"
        title = f"<title>{escape(self.title)}</title>" if self.title else ""
        return f"{opening}>{title}{escape(self.text)}</{self.shape}>"


@dataclass(frozen=True)
class Drawing:
    """One rendering of a chart at a fixed width in drawing units."""

    name: Size
    width: int
    height: int
    marks: tuple[ChartMark, ...]

    @property
    def elements(self) -> SafeString:
        return SafeString("".join([mark.element for mark in self.marks]))


@dataclass(frozen=True)
class KeyItem:
    """One swatch and its word. `paint` is the number of a series tone or the name of a kind."""

    name: str
    paint: str


@dataclass(frozen=True)
class TableCell:
    """One cell of the table below a chart, as shown."""

    text: str
    is_number: bool = False


class Caption(TypedDict, total=False):
    """The words around a drawing, the same for every chart."""

    title: Required[str]
    source: Required[str]
    source_url: str
    csv_url: str
    note: str
    slug: str
    """Part of the figure's id; needed when two figures on one page have the same title."""


class DrawnMarks(Protocol):
    """What a chart has drawn at one width."""

    height: int
    marks: list[ChartMark]


def drawings_of(draw: Callable[[Size, int], DrawnMarks]) -> tuple[Drawing, ...]:
    """The two drawings of a chart, each drawn anew for its width."""
    drawn = ((size, width, draw(size, width)) for size, width in SIZES)
    return tuple(Drawing(size, width, one.height, tuple(one.marks)) for size, width, one in drawn)


def anchor_of(caption: Caption) -> str:
    """The figure's id in the page."""
    return f"chart-{slugify(caption.get('slug') or caption['title']) or 'figure'}"


@dataclass(frozen=True)
class Chart(DrawnFigure):
    """A figure ready to be shown; the drawings and the table hold the same numbers."""

    kind: str
    anchor: str
    caption: Caption
    unit: str
    description: str
    drawings: tuple[Drawing, ...]
    headings: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    key: tuple[KeyItem, ...] = ()
    notes: tuple[str, ...] = ()
    tones: tuple[int, ...] = ()
    """The series tones that need a pattern beside their colour."""

    template = "_components/charts/figure.html"

    @property
    def body(self) -> SafeString:
        """The rows of the table, each headed by its first cell."""
        return SafeString("".join([f"<tr>{''.join(_row(cells))}</tr>\n" for cells in self.rows]))


def _row(cells: Sequence[TableCell]) -> Iterator[str]:
    for place, cell in enumerate(cells):
        if place == 0:
            yield f'<th scope="row">{escape(cell.text)}</th>'
        else:
            css = ' class="chart-number"' if cell.is_number else ""
            yield f"<td{css}>{escape(cell.text)}</td>"


def shown(value: str | float) -> str:
    """A coordinate as written into the SVG, escaped: at most one decimal.

    >>> shown(12.04), shown(12.25), shown("middle")
    ('12', '12.2', 'middle')
    """
    return escape(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def rect(
    css: str, x: float, y: float, width: float, height: float, *, title: str = "", fill: str = ""
) -> ChartMark:
    """A rectangle; `fill` names a pattern where the style sheet's plain colour does not do."""
    paint = {"fill": fill} if fill else {}
    return ChartMark("rect", css, {"x": x, "y": y, "width": width, "height": height, **paint}, title=title)


def line(css: str, x1: float, y1: float, x2: float, y2: float, *, title: str = "") -> ChartMark:
    return ChartMark("line", css, {"x1": x1, "y1": y1, "x2": x2, "y2": y2}, title=title)


def text(css: str, x: float, y: float, words: str, *, anchor: str = "start") -> ChartMark:
    """Words whose baseline starts (ends, is centred) at a point."""
    geometry: dict[str, str | float] = {"x": x, "y": y}
    if anchor != "start":
        geometry["text-anchor"] = anchor
    return ChartMark("text", css, geometry, text=words)
