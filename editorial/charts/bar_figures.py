"""The figures of a bar chart, cut into bars and segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from editorial.charts.figure import ChartMark, KeyItem, Series, Value, rect
from editorial.charts.numbers import exact_series, nice_ticks, number_words, unknown_words


@dataclass(frozen=True)
class Segment:
    """One part of a bar, between two values; `to` is None where the end is unknown."""

    start: Decimal
    to: Decimal | None
    paint: int
    words: str
    value: str

    def drawn(self, anchor: str, x: float, y: float, width: float, height: float) -> ChartMark:
        """Tone 1 plain, the others with a pattern, unknown with a hatch."""
        css = "chart-unknown" if self.to is None else f"chart-tone-{self.paint}"
        pattern = "hatch" if self.to is None else f"paint-{self.paint}" if self.paint > 1 else ""
        fill = f"url(#{anchor}-{pattern})" if pattern else ""
        return rect(f"chart-bar {css}", x, y, width, height, title=self.words, fill=fill)


class Bars:
    """The checked figures of a bar chart and how they are cut into bars."""

    def __init__(self, unit: str, years: Sequence[int], series: Sequence[Series]) -> None:
        self.unit, self.series = unit, series
        self.names = [str(year) for year in years]
        self.values = exact_series(series, self.names)
        self.is_stacked = len(series) > 1
        self.ticks = nice_ticks(max(self.total(index) for index in range(len(self.names))))

    @property
    def key(self) -> tuple[KeyItem, ...]:
        """Several series need a key; a lone one is named by the title."""
        items = []
        if self.is_stacked:
            items = [
                KeyItem(one.name, str(number))
                for number, (one, row) in enumerate(zip(self.series, self.values, strict=True), 1)
                if any(value is not None for value in row)  # what is unknown throughout has no bar of its own
            ]
        if any(value is None for row in self.values for value in row):
            items.append(KeyItem(gettext("unknown (not zero)"), "unknown"))
        return tuple(items)

    def total(self, index: int) -> Decimal:
        """What is known of one year, all series together."""
        return sum((row[index] or Decimal(0) for row in self.values), Decimal(0))

    def segments(self, index: int) -> list[Segment]:
        """The bar of one year from zero on; what is unknown of it is one hatched remainder that names every part."""
        known: list[Segment] = []
        unknown: list[Segment] = []
        start = Decimal(0)
        for number, (one, row) in enumerate(zip(self.series, self.values, strict=True), 1):
            segment = self._segment(index, start, number, one, one.values[index], row[index])
            (unknown if segment.to is None else known).append(segment)
            start = start if segment.to is None else segment.to
        if unknown:
            words = "; ".join(segment.words for segment in unknown)
            known.append(Segment(start, None, 0, words, unknown[0].value))
        return known

    def _segment(
        self, index: int, start: Decimal, number: int, one: Series, value: Value, known: Decimal | None
    ) -> Segment:
        place = f"{self.names[index]}, {one.name}" if self.is_stacked else self.names[index]
        if known is None:
            said = unknown_words(value)
            return Segment(start, None, number, f"{place}: {said}", said)
        said = number_words(known)
        return Segment(start, start + known, number, f"{place}: {said} {self.unit}", said)

    def end_words(self, index: int) -> str:
        """What stands at the end of a bar: the total of what is known; nothing where all of it is unknown."""
        parts = [row[index] for row in self.values]
        if all(part is None for part in parts):
            return ""
        total = number_words(self.total(index))
        return gettext("at least %(number)s") % {"number": total} if None in parts else total
