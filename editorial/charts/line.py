"""Lines and step lines over years or days, each labelled at its end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Unpack

from django.utils.translation import gettext

from editorial.charts.calendar import Axis, Point, check_points, point_words
from editorial.charts.figure import (
    SMALL,
    TEXT,
    Caption,
    Chart,
    ChartMark,
    Series,
    Size,
    TableCell,
    anchor_of,
    drawings_of,
    line,
    shown,
    text,
)
from editorial.charts.lettering import spread, width_of, wrap
from editorial.charts.numbers import Scale, exact_series, nice_ticks, number_words, tick_words, value_words
from editorial.charts.once import drawn_once

LINE = 15
Figures = Sequence[Sequence[Decimal]]
PLOT = {"wide": 250, "narrow": 220}


@drawn_once
def line_chart(
    *,
    unit: str,
    points: Sequence[Point],
    series: Sequence[Series],
    step: bool = False,
    **caption: Unpack[Caption],
) -> Chart:
    """Figures over time, from zero up; `points` are years or days, in order.

    With `step` a figure holds until the next point: right for counts that jump, such as States Parties.
    Raises ValueError for points out of order, negative or unknown figures (draw bars) and more than six series.
    """
    check_points(points)
    names = [point_words(point) for point in points]
    values = [[_known(value) for value in row] for row in exact_series(series, names)]
    return Chart(
        kind="line",
        anchor=anchor_of(caption),
        caption=caption,
        unit=unit,
        description=_description(names, series, values),
        drawings=drawings_of(partial(Lines, unit, points, names, series, values, step)),
        headings=(TableCell(""), *(TableCell(one.name, is_number=True) for one in series)),
        rows=tuple(
            (TableCell(name), *(TableCell(value_words(one.values[index]), is_number=True) for one in series))
            for index, name in enumerate(names)
        ),
    )


def _known(value: Decimal | None) -> Decimal:
    if value is None:
        raise ValueError("A line has no place for an unknown figure; draw bars.")
    return value


def _description(names: Sequence[str], series: Sequence[Series], values: Figures) -> str:
    return " ".join(
        gettext("%(name)s: %(start)s (%(first)s) to %(end)s (%(last)s).")
        % {
            "name": one.name,
            "start": number_words(row[0]),
            "first": names[0],
            "end": number_words(row[-1]),
            "last": names[-1],
        }
        for one, row in zip(series, values, strict=True)
    )


class Lines:
    """The drawing of a line chart at one width."""

    def __init__(
        self,
        unit: str,
        points: Sequence[Point],
        names: Sequence[str],
        series: Sequence[Series],
        values: Figures,
        step: bool,
        size: Size,
        width: int,
    ) -> None:
        self.unit, self.names, self.series, self.values = unit, names, series, values
        self.step = step
        self.marks: list[ChartMark] = []
        ticks = nice_ticks(max(value for row in values for value in row))
        tick_labels = tick_words(ticks)
        plot = PLOT[size]
        self.top = 8.0
        self.base = self.top + plot
        self.left = max(width_of(words, SMALL) for words in tick_labels) + 10
        labels = self._labels(width * 0.3, at_most=2 if size == "wide" else 3)
        self.right = width - max(width_of(words, TEXT) for lines in labels for words in lines) - 12
        self.scale = Scale(ticks[-1], plot)
        self.axis = Axis(points[0], points[-1], self.left + 6, self.right - 6)
        self.xs = [self.axis.at(point) for point in points]
        for value, words in zip(ticks, tick_labels, strict=True):
            y = self.base - self.scale.at(value)
            self.marks.append(line("chart-axis" if not value else "chart-rule", self.left, y, self.right, y))
            self.marks.append(text("chart-tick", self.left - 8, y + 4, words, anchor="end"))
        for x, words in self.axis.ticks():
            self.marks.append(line("chart-axis", x, self.base, x, self.base + 4))
            self.marks.append(text("chart-tick", x, self.base + 18, words, anchor="middle"))
        for number in range(len(series), 0, -1):  # the first series on top
            self._draw(number)
        self._draw_labels(labels)
        self.height = int(self.base + 26)

    def _labels(self, room: float, at_most: int) -> list[list[str]]:
        """The words at the end of each line: its name and its last figure."""
        return [
            [*wrap(one.name, room, TEXT, at_most), number_words(row[-1])]
            for one, row in zip(self.series, self.values, strict=True)
        ]

    def _draw(self, number: int) -> None:
        """One line, with a dot at each figure."""
        css = f"chart-line-{number}"
        row, name = self.values[number - 1], self.series[number - 1].name
        spots = [(x, self.base - self.scale.at(value)) for x, value in zip(self.xs, row, strict=True)]
        if len(spots) > 1:
            self.marks.append(ChartMark("path", f"chart-line {css}", {"d": self._path(spots)}))
        for index, (x, y) in enumerate(spots):
            title = f"{self.names[index]}, {name}: {number_words(row[index])} {self.unit}"
            last = " chart-dot-last" if index == len(spots) - 1 else ""
            self.marks.append(
                ChartMark("circle", f"chart-dot {css}{last}", {"cx": x, "cy": y, "r": 3}, title=title)
            )

    def _path(self, run: Sequence[tuple[float, float]]) -> str:
        commands = [f"M{shown(run[0][0])} {shown(run[0][1])}"]
        for x, y in run[1:]:
            commands.append(f"H{shown(x)}V{shown(y)}" if self.step else f"L{shown(x)} {shown(y)}")
        return "".join(commands)

    def _draw_labels(self, labels: Sequence[Sequence[str]]) -> None:
        tallest = max(len(lines) for lines in labels)
        x, ends = self.xs[-1], [self.base - self.scale.at(row[-1]) for row in self.values]
        half = tallest * LINE / 2
        middles = spread(ends, tallest * LINE + 2, self.top + half - 8, self.base - half + 10)
        for number, (lines, y, middle) in enumerate(zip(labels, ends, middles, strict=True), 1):
            if abs(middle - y) > 3 or x < self.right - 4:
                self.marks.append(line("chart-leader", x + 5, y, self.right + 5, middle))
            for count, words in enumerate(lines):
                baseline = middle + (count - len(lines) / 2) * LINE + 11
                css = "chart-figure" if count == len(lines) - 1 else f"chart-label chart-ink-{number}"
                self.marks.append(text(css, self.right + 9, baseline, words))
