"""Bars that stand side by side, names below."""

from __future__ import annotations

from editorial.charts.bar_figures import Bars, Segment, bar, known_end
from editorial.charts.figure import SMALL, ChartMark, Size, line, text
from editorial.charts.lettering import fits, width_of, wrap
from editorial.charts.numbers import Scale, tick_words

LINE = 15  # from one line of lettering to the next
PLOT: dict[Size, int] = {"wide": 220, "narrow": 190}  # the height of the highest column
THINNEST = 5  # a bar thinner than this cannot be seen or pointed at
WIDEST = 44
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 1000)


class Columns:
    """The drawing of a bar chart as columns."""

    def __init__(self, bars: Bars, size: Size, width: int, anchor: str) -> None:
        self.bars, self.anchor = bars, anchor
        self.width, self.plot = width, PLOT[size]
        self.left = self.margin(bars)
        self.top = LINE + 5.0  # the figure above the highest bar
        self.base = self.top + self.plot
        self.scale = Scale(bars.ticks[-1], self.plot)
        self.band = (width - self.left) / len(bars.categories)
        self.bar = min(self.band * 0.74 / bars.lanes, WIDEST)
        self.has_figures = all(
            width_of(bars.end_words(lane), SMALL) <= self.band / bars.lanes
            for index in range(len(bars.categories))
            for lane in bars.lanes_of(index)
        )
        self.marks: list[ChartMark] = []
        for value, words in zip(bars.ticks, tick_words(bars.ticks), strict=True):
            y = self.base - self.scale.at(value)
            if value:
                self.marks.append(line("chart-rule", self.left, y, width, y))
            self.marks.append(text("chart-tick", self.left - 8, y + 4, words, anchor="end"))
        for index in range(len(bars.categories)):
            self._draw(index)
        self.marks.append(line("chart-axis", self.left, self.base, width, self.base))
        self.height = int(self.base + self._draw_names() + 6)

    @staticmethod
    def margin(bars: Bars) -> float:
        return max(width_of(words, SMALL) for words in tick_words(bars.ticks)) + 10

    @classmethod
    def suit(cls, bars: Bars, width: int) -> bool:
        """Whether the bars are wide enough to be seen and every name can be read in full below its bar."""
        band = (width - cls.margin(bars)) / len(bars.categories)
        if band * 0.74 / bars.lanes < THINNEST:
            return False
        return bars.are_years or all(fits(name, band - 6, SMALL, at_most=3) for name in bars.categories)

    def _draw(self, index: int) -> None:
        lanes = self.bars.lanes_of(index)
        first = self.left + self.band * (index + 0.5) - self.bar * len(lanes) / 2
        for number, lane in enumerate(lanes):
            x = first + number * self.bar
            for segment in lane:
                self._draw_segment(segment, x)
            end = self.bars.end_words(lane)
            if self.has_figures and end:
                y = self.base - self.scale.at(known_end(lane)) - 5
                self.marks.append(text("chart-figure", x + self.bar / 2, y, end, anchor="middle"))

    def _draw_segment(self, segment: Segment, x: float) -> None:
        low = self.scale.at(segment.start)
        length = max((self.plot if segment.to is None else self.scale.at(segment.to)) - low, segment.thinnest)
        self.marks.append(bar(segment, self.anchor, x, self.base - low - length, self.bar, length))
        if segment.to is None and self.bar > SMALL and width_of(segment.value, SMALL) < length - 8:
            middle, y = x + self.bar / 2, self.base - low - length / 2
            turned: dict[str, str | float] = {"x": middle, "y": y + 4, "text-anchor": "middle"}
            turned["transform"] = f"rotate(-90 {middle:.1f} {y:.1f})"
            self.marks.append(ChartMark("text", "chart-said", turned, text=segment.value))

    def _draw_names(self) -> float:
        """The names below the bars; of years that stand too close only every second, fifth … is written."""
        names = self.bars.categories
        every = 1
        if self.bars.are_years:
            room = max(width_of(name, SMALL) for name in names) + 6
            every = next(step for step in YEAR_STEPS if step * self.band >= room)
        lines = 1
        for index, name in enumerate(names):
            if index % every:
                continue
            wrapped = [name] if self.bars.are_years else wrap(name, self.band - 6, SMALL, at_most=3)
            lines = max(lines, len(wrapped))
            for number, words in enumerate(wrapped):
                y = self.base + LINE + 3 + number * LINE
                middle = self.left + self.band * (index + 0.5)
                x = min(middle, self.width - width_of(words, SMALL) / 2)
                self.marks.append(text("chart-name", x, y, words, anchor="middle"))
        return LINE * lines + 3
