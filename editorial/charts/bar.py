"""Bars: columns where the names fit under them, rows where they do not; always from zero."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from django.utils.translation import gettext

from editorial.charts.bar_columns import Columns
from editorial.charts.bar_figures import Bars
from editorial.charts.bar_rows import Rows
from editorial.charts.figure import SIZES, Caption, Chart, Drawing, Series, TableCell, anchor_of
from editorial.charts.numbers import number_words, value_words
from editorial.charts.words import unknown_notes

Direction = Literal["auto", "rows"]


def bar_chart(
    *,
    unit: str,
    categories: Sequence[str],
    series: Sequence[Series],
    direction: Direction = "auto",
    **caption: Unpack[Caption],
) -> Chart:
    """Bars side by side, one a series in each category.

    A value of None (or Unknown) is drawn as a hatched bar over the whole scale and named in a note. Columns turn
    into rows by themselves where the names do not fit below them. Raises ValueError for negative figures, for
    series that do not match the categories and for more than six series.
    """
    return _chart("bar", Bars(unit, categories, series, stacked=False), direction, caption)


def stacked_bar_chart(
    *,
    unit: str,
    categories: Sequence[str],
    series: Sequence[Series],
    direction: Direction = "auto",
    **caption: Unpack[Caption],
) -> Chart:
    """Bars of which each is made up of the series, with the total of what is known at its end.

    Where a part is unknown the rest of the scale is hatched: the whole is at least what is drawn. Raises
    ValueError as `bar_chart` does.
    """
    return _chart("stacked-bar", Bars(unit, categories, series, stacked=True), direction, caption)


def _chart(kind: str, bars: Bars, direction: Direction, caption: Caption) -> Chart:
    anchor = anchor_of(caption)
    drawings = []
    for size, width in SIZES:
        upright = direction == "auto" and Columns.suit(bars, width)
        layout = Columns(bars, size, width, anchor) if upright else Rows(bars, width, anchor)
        drawings.append(Drawing(size, width, layout.height, tuple(layout.marks)))
    return Chart(
        kind=kind,
        anchor=anchor,
        caption=caption,
        unit=bars.unit,
        description=_description(bars),
        drawings=tuple(drawings),
        headings=_headings(bars),
        rows=_rows(bars),
        key=bars.key,
        notes=unknown_notes(bars.categories, bars.series),
        tones=tuple(range(2, len(bars.series) + 1)),
    )


def _description(bars: Bars) -> str:
    known = [
        (value, place)
        for row in bars.values
        for place, value in zip(bars.categories, row, strict=True)
        if value is not None
    ]
    if not known:
        return gettext("Every figure is unknown.")
    highest, place = max(known)
    return gettext("%(count)s bars in %(unit)s; the highest figure is %(highest)s (%(place)s).") % {
        "count": len(bars.categories) * bars.lanes,
        "unit": bars.unit,
        "highest": number_words(highest),
        "place": place,
    }


def _headings(bars: Bars) -> tuple[TableCell, ...]:
    total = [TableCell(gettext("Total known"), is_number=True)] if bars.stacked else []
    return (TableCell(""), *(TableCell(one.name, is_number=True) for one in bars.series), *total)


def _rows(bars: Bars) -> tuple[tuple[TableCell, ...], ...]:
    rows = []
    for index, category in enumerate(bars.categories):
        cells = [TableCell(value_words(one.values[index]), is_number=True) for one in bars.series]
        if bars.stacked:
            cells.append(TableCell(number_words(bars.total(index)), is_number=True))
        rows.append((TableCell(category), *cells))
    return tuple(rows)
