"""Bars: one column a year, of one figure or stacked from several; always from zero."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from django.utils.translation import gettext

from editorial.charts.bar_columns import Columns
from editorial.charts.bar_figures import Bars
from editorial.charts.figure import Caption, Chart, Series, TableCell, anchor_of, drawings_of
from editorial.charts.numbers import number_words, value_words
from editorial.charts.once import drawn_once
from editorial.charts.words import unknown_notes


@drawn_once
def bar_chart(*, unit: str, years: Sequence[int], series: Sequence[Series], **caption: Unpack[Caption]) -> Chart:
    """A bar a year; of several series each is a part of the bar, with the total of what is known at its end.

    A value of None (or Unknown) is hatched over the rest of the scale, since the whole is at least what is drawn, and
    named in a note. Raises ValueError for negative figures, for series that do not match the years and for more
    than six series.
    """
    bars = Bars(unit, years, series)
    anchor = anchor_of(caption)
    return Chart(
        kind="stacked-bar" if bars.is_stacked else "bar",
        anchor=anchor,
        caption=caption,
        unit=bars.unit,
        description=_description(bars),
        drawings=drawings_of(lambda size, width: Columns(bars, size, width, anchor)),
        headings=_headings(bars),
        rows=_rows(bars),
        key=bars.key,
        notes=unknown_notes(bars.names, series),
        tones=tuple(range(2, len(series) + 1)),
    )


def _description(bars: Bars) -> str:
    known = [
        (value, place)
        for row in bars.values
        for place, value in zip(bars.names, row, strict=True)
        if value is not None
    ]
    if not known:
        return gettext("Every figure is unknown.")
    highest, place = max(known)
    return gettext("%(count)s bars in %(unit)s; the highest figure is %(highest)s (%(place)s).") % {
        "count": len(bars.names),
        "unit": bars.unit,
        "highest": number_words(highest),
        "place": place,
    }


def _headings(bars: Bars) -> tuple[TableCell, ...]:
    total = [TableCell(gettext("Total known"), is_number=True)] if bars.is_stacked else []
    return (TableCell(""), *(TableCell(one.name, is_number=True) for one in bars.series), *total)


def _rows(bars: Bars) -> tuple[tuple[TableCell, ...], ...]:
    rows = []
    for index, name in enumerate(bars.names):
        cells = [TableCell(value_words(one.values[index]), is_number=True) for one in bars.series]
        if bars.is_stacked:
            cells.append(TableCell(number_words(bars.total(index)), is_number=True))
        rows.append((TableCell(name), *cells))
    return tuple(rows)
