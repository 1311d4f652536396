"""The figures of a bar chart, cut into bars and segments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from editorial.charts.figure import ChartMark, KeyItem, Series, Value, rect
from editorial.charts.numbers import exact_series, nice_ticks, number_words, unknown_words

MOST_SERIES = 6
"""More tones than this cannot be told apart on paper."""
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Segment:
    """One bar, or one part of a stacked bar, between two values; `to` is None where the end is unknown."""

    start: Decimal
    to: Decimal | None
    css: str
    paint: int
    words: str
    value: str

    @property
    def thinnest(self) -> float:
        """A figure above zero is always seen, however small beside the others."""
        return 1.5 if self.to is not None and self.to > self.start else 0.0


class Bars:
    """The checked figures of a bar chart and how they are cut into bars."""

    def __init__(self, unit: str, categories: Sequence[str], series: Sequence[Series], *, stacked: bool) -> None:
        if len(series) > MOST_SERIES:
            raise ValueError(f"{len(series)} series; more than {MOST_SERIES} cannot be told apart. Use a table.")
        self.unit, self.stacked = unit, stacked
        self.categories = tuple(str(category) for category in categories)
        self.series = series
        self.values = exact_series(series, categories)
        self.ticks = nice_ticks(max(self._tops(), default=Decimal(0)))
        self.lanes = 1 if stacked else len(series)

    def _tops(self) -> list[Decimal]:
        if self.stacked:
            return [self.total(index) for index in range(len(self.categories))]
        return [value for row in self.values for value in row if value is not None]

    @property
    def has_unknown(self) -> bool:
        return any(value is None for row in self.values for value in row)

    @property
    def key(self) -> tuple[KeyItem, ...]:
        """Several series need a key; a lone one is named by the title."""
        items = []
        if len(self.series) > 1:
            items = [
                KeyItem(one.name, str(number))
                for number, (one, row) in enumerate(zip(self.series, self.values, strict=True), 1)
                if any(value is not None for value in row)  # what is unknown throughout has no bar of its own
            ]
        if self.has_unknown:
            items.append(KeyItem(gettext("unknown (not zero)"), "unknown"))
        return tuple(items)

    def total(self, index: int) -> Decimal:
        """What is known of one category, all series together."""
        return sum((row[index] or Decimal(0) for row in self.values), Decimal(0))

    def lanes_of(self, index: int) -> list[list[Segment]]:
        """The bars of one category, each a list of segments from zero on."""
        parts = [
            (number, one, one.values[index], row[index])
            for number, (one, row) in enumerate(zip(self.series, self.values, strict=True), 1)
        ]
        if not self.stacked:
            return [[self._segment(index, Decimal(0), *part)] for part in parts]
        lane, start = [], Decimal(0)
        for part in sorted(parts, key=lambda part: part[3] is None):  # unknown parts last: they have no end
            lane.append(self._segment(index, start, *part))
            start += part[3] or 0
        known = [segment for segment in lane if segment.to is not None]
        open_ended = [segment for segment in lane if segment.to is None]
        if len(open_ended) > 1:  # one hatched remainder, whose words name every unknown part
            words = "; ".join(segment.words for segment in open_ended)
            open_ended = [Segment(start, None, "chart-unknown", 0, words, open_ended[0].value)]
        return [known + open_ended]

    def _segment(
        self, index: int, start: Decimal, number: int, one: Series, value: Value, known: Decimal | None
    ) -> Segment:
        place = self.categories[index] if len(self.series) == 1 else f"{self.categories[index]}, {one.name}"
        if known is None:
            said = unknown_words(value)
            return Segment(start, None, "chart-unknown", 0, f"{place}: {said}", said)
        said = number_words(known)
        return Segment(start, start + known, f"chart-tone-{number}", number, f"{place}: {said} {self.unit}", said)

    def end_words(self, lane: list[Segment]) -> str:
        """What stands at the end of a bar: its figure; of a stacked one the total; nothing where it is unknown."""
        known = [segment.to for segment in lane if segment.to is not None]
        if not known or (self.stacked and len(known) < len(lane)):
            return "" if not known else gettext("at least %(number)s") % {"number": number_words(max(known))}
        return number_words(max(known))

    @property
    def are_years(self) -> bool:
        return all(YEAR.fullmatch(name) for name in self.categories)


def known_end(lane: Sequence[Segment]) -> Decimal:
    """Where the known part of a bar ends."""
    return max(segment.to for segment in lane if segment.to is not None)


def bar(segment: Segment, anchor: str, x: float, y: float, width: float, height: float) -> ChartMark:
    """One bar: tone 1 plain, the others with a pattern, unknown with a hatch."""
    if segment.to is None:
        fill = f"url(#{anchor}-hatch)"
    else:
        fill = f"url(#{anchor}-paint-{segment.paint})" if segment.paint > 1 else ""
    return rect(f"chart-bar {segment.css}", x, y, width, height, title=segment.words, fill=fill)
