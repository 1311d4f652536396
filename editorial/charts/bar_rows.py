"""Bars that lie below one another, names to the left or, where there is no room for these, above."""

from __future__ import annotations

from editorial.charts.bar_figures import Bars, Segment, bar, known_end
from editorial.charts.figure import SMALL, TEXT, ChartMark, line, text
from editorial.charts.lettering import fits, trim, width_of, wrap
from editorial.charts.numbers import Scale, tick_words

LINE = 15  # from one line of lettering to the next
ROW = 15  # the height of a lone bar
LANE = 12  # the height of one of several bars of a category
NAMES = 0.34  # the share of the width that names may take


class Rows:
    """The drawing of a bar chart as rows."""

    def __init__(self, bars: Bars, width: int, anchor: str) -> None:
        self.bars, self.anchor, self.width = bars, anchor, width
        room = width * NAMES
        self.above = not all(fits(name, room, TEXT) for name in bars.categories)
        at_most = 1 if self.above else 2
        self.names = [wrap(name, width - 4.0 if self.above else room, TEXT, at_most) for name in bars.categories]
        widest = max(width_of(words, TEXT) for lines in self.names for words in lines)
        self.left = 1.0 if self.above else widest + 12
        figures = [bars.end_words(lane) for index in range(len(bars.categories)) for lane in bars.lanes_of(index)]
        self.right = width - max(width_of(words, SMALL) for words in figures) - 10
        self.scale = Scale(bars.ticks[-1], self.right - self.left)
        self.bar = ROW if bars.lanes == 1 else LANE
        rows: list[ChartMark] = []
        y = 4.0
        for index in range(len(bars.categories)):
            y = self._draw(index, y, rows)
        self.base = y
        self.marks = [*self._axis(), *rows, line("chart-axis", self.left, 0, self.left, self.base)]
        self.height = int(self.base + LINE + 8)

    def _axis(self) -> list[ChartMark]:
        """Hairlines and their figures; a figure that would touch its neighbour is left out."""
        marks = []
        end = -1.0
        for value, words in zip(self.bars.ticks, tick_words(self.bars.ticks), strict=True):
            x = self.left + self.scale.at(value)
            if value:
                marks.append(line("chart-rule", x, 0, x, self.base))
            half = width_of(words, SMALL) / 2
            middle = min(max(x, half), self.width - half)
            if middle - half > end:
                marks.append(text("chart-tick", middle, self.base + LINE + 2, words, anchor="middle"))
                end = middle + half + 8
        return marks

    def _draw(self, index: int, y: float, marks: list[ChartMark]) -> float:
        """One category; returns where the next one starts."""
        lanes, lines = self.bars.lanes_of(index), self.names[index]
        if self.above:
            marks.append(text("chart-row-name", 0, y + 12, trim(lines[0], self.width - 4, TEXT)))
            y += LINE + 3
            height = len(lanes) * self.bar
        else:
            height = max(len(lanes) * self.bar, len(lines) * LINE)
            for number, words in enumerate(lines):
                baseline = y + height / 2 + (number - len(lines) / 2) * LINE + 12
                marks.append(text("chart-row-name", self.left - 10, baseline, words, anchor="end"))
        top = y + (height - len(lanes) * self.bar) / 2
        for number, lane in enumerate(lanes):
            at = top + number * self.bar
            end = self.bars.end_words(lane)
            for segment in lane:
                self._draw_segment(segment, at, end, marks)
            if end:
                x = self.left + self.scale.at(known_end(lane)) + 6
                marks.append(text("chart-figure", x, at + self.bar / 2 + 4, end))
        return y + height + 10

    def _draw_segment(self, segment: Segment, y: float, figure: str, marks: list[ChartMark]) -> None:
        start = self.left + self.scale.at(segment.start)
        end = self.right if segment.to is None else self.left + self.scale.at(segment.to)
        length, height = max(end - start, segment.thinnest), self.bar - (1.5 if self.bars.lanes > 1 else 0)
        marks.append(bar(segment, self.anchor, start, y, length, height))
        if segment.to is None and width_of(segment.value, SMALL) + width_of(figure, SMALL) + 20 < length:
            marks.append(text("chart-said", end - 6, y + height / 2 + 4, segment.value, anchor="end"))
