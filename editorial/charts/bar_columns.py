"""Bars that stand side by side, their years below."""

from __future__ import annotations

from editorial.charts.bar_figures import Bars, Segment
from editorial.charts.figure import SMALL, ChartMark, Size, line, text
from editorial.charts.lettering import width_of
from editorial.charts.numbers import Scale, tick_words

LINE = 15  # from one line of lettering to the next
PLOT: dict[Size, int] = {"wide": 220, "narrow": 190}  # the height of the highest column
THINNEST = 5  # a bar thinner than this can hardly be seen or pointed at: of many years the gaps go first
WIDEST = 44
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 1000)


class Columns:
    """The drawing of a bar chart at one width."""

    def __init__(self, bars: Bars, size: Size, width: int, anchor: str) -> None:
        self.bars, self.anchor = bars, anchor
        self.width, self.plot = width, PLOT[size]
        labels = tick_words(bars.ticks)
        self.left = max(width_of(words, SMALL) for words in labels) + 10
        self.top = LINE + 5.0  # the figure above the highest bar
        self.base = self.top + self.plot
        self.scale = Scale(bars.ticks[-1], self.plot)
        self.band = (width - self.left) / len(bars.names)
        self.bar = min(max(self.band * 0.74, THINNEST), self.band, WIDEST)
        ends = [bars.end_words(index) for index in range(len(bars.names))]
        has_figures = all(width_of(words, SMALL) <= self.band for words in ends)
        self.marks: list[ChartMark] = []
        for value, words in zip(bars.ticks, labels, strict=True):
            y = self.base - self.scale.at(value)
            if value:
                self.marks.append(line("chart-rule", self.left, y, width, y))
            self.marks.append(text("chart-tick", self.left - 8, y + 4, words, anchor="end"))
        for index, end in enumerate(ends):
            self._draw(index, end if has_figures else "")
        self.marks.append(line("chart-axis", self.left, self.base, width, self.base))
        self._draw_years()
        self.height = int(self.base + LINE + 9)

    def _draw(self, index: int, end: str) -> None:
        middle = self.left + self.band * (index + 0.5)
        for segment in self.bars.segments(index):
            self._draw_segment(segment, middle - self.bar / 2)
        if end:
            y = self.base - self.scale.at(self.bars.total(index)) - 5
            self.marks.append(text("chart-figure", middle, y, end, anchor="middle"))

    def _draw_segment(self, segment: Segment, x: float) -> None:
        low = self.scale.at(segment.start)
        length = (self.plot if segment.to is None else self.scale.at(segment.to)) - low
        if segment.to is not None and segment.to > segment.start:
            length = max(length, 1.5)  # a figure above zero is always seen, however small beside the others
        self.marks.append(segment.drawn(self.anchor, x, self.base - low - length, self.bar, length))
        if segment.to is None and self.bar > SMALL and width_of(segment.value, SMALL) < length - 8:
            middle, y = x + self.bar / 2, self.base - low - length / 2
            turned: dict[str, str | float] = {"x": middle, "y": y + 4, "text-anchor": "middle"}
            turned["transform"] = f"rotate(-90 {middle:.1f} {y:.1f})"
            self.marks.append(ChartMark("text", "chart-said", turned, text=segment.value))

    def _draw_years(self) -> None:
        """The years below the bars; of those that stand too close only every second, fifth … is written."""
        names = self.bars.names
        room = max(width_of(name, SMALL) for name in names) + 6
        every = next(step for step in YEAR_STEPS if step * self.band >= room)
        for index, name in list(enumerate(names))[::every]:
            x = min(self.left + self.band * (index + 0.5), self.width - width_of(name, SMALL) / 2)
            self.marks.append(text("chart-name", x, self.base + LINE + 3, name, anchor="middle"))
