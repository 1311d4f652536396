"""Lines and step lines over years or days, each labelled at its end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import Unpack

from django.utils.translation import gettext

from editorial.charts.calendar import Axis, Point, check_points, point_words
from editorial.charts.figure import (
    SIZES,
    SMALL,
    TEXT,
    Caption,
    Chart,
    ChartMark,
    Drawing,
    KeyItem,
    Series,
    Size,
    TableCell,
    anchor_of,
    line,
    rect,
    shown,
    text,
)
from editorial.charts.lettering import spread, width_of, wrap
from editorial.charts.numbers import Scale, exact_series, nice_ticks, number_words, tick_words, value_words
from editorial.charts.words import unknown_notes

MOST_SERIES = 6
"""More dashes than this cannot be told apart on paper."""
LINE = 15
Figures = Sequence[Sequence[Decimal | None]]
PLOT = {"wide": 250, "narrow": 220}


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
    Unknown figures leave a gap that a dotted line bridges, and a note names them; where no series has a figure the
    ground is hatched. Raises ValueError for points out of order, negative figures and more than six series.
    """
    check_points(points)
    if len(series) > MOST_SERIES:
        raise ValueError(f"{len(series)} series; more than {MOST_SERIES} cannot be told apart. Use a table.")
    names = [point_words(point) for point in points]
    values = exact_series(series, names)
    anchor = anchor_of(caption)
    drawings = []
    for size, width in SIZES:
        lines = Lines(unit, points, names, series, values, step=step, size=size, width=width, anchor=anchor)
        drawings.append(Drawing(size, width, lines.height, tuple(lines.marks)))
    return Chart(
        kind="line",
        anchor=anchor,
        caption=caption,
        unit=unit,
        description=_description(names, series, values),
        drawings=tuple(drawings),
        headings=(TableCell(""), *(TableCell(one.name, is_number=True) for one in series)),
        rows=tuple(
            (TableCell(name), *(TableCell(value_words(one.values[index]), is_number=True) for one in series))
            for index, name in enumerate(names)
        ),
        notes=unknown_notes(names, series),
        key=(KeyItem(gettext("unknown (not zero)"), "unknown"),) if _has_hatch(values) else (),
    )


def _has_hatch(values: Figures) -> bool:
    return any(all(value is None for value in column) for column in zip(*values, strict=True))


def _description(
    names: Sequence[str], series: Sequence[Series], values: Sequence[Sequence[Decimal | None]]
) -> str:
    words = []
    for one, row in zip(series, values, strict=True):
        known = [(name, value) for name, value in zip(names, row, strict=True) if value is not None]
        if not known:
            words.append(gettext("%(name)s: unknown throughout.") % {"name": one.name})
            continue
        (first, start), (last, end) = known[0], known[-1]
        words.append(
            gettext("%(name)s: %(start)s (%(first)s) to %(end)s (%(last)s).")
            % {
                "name": one.name,
                "start": number_words(start),
                "first": first,
                "end": number_words(end),
                "last": last,
            }
        )
    return " ".join(words)


class Lines:
    """The drawing of a line chart at one width."""

    def __init__(
        self,
        unit: str,
        points: Sequence[Point],
        names: Sequence[str],
        series: Sequence[Series],
        values: Figures,
        *,
        step: bool,
        size: Size,
        width: int,
        anchor: str,
    ) -> None:
        self.unit, self.names, self.series, self.values = unit, names, series, values
        self.step, self.anchor = step, anchor
        self.marks: list[ChartMark] = []
        known = [value for row in values for value in row if value is not None]
        ticks = nice_ticks(max(known, default=Decimal(0)))
        tick_labels = tick_words(ticks)
        plot = PLOT[size]
        self.top = 8.0
        self.base = self.top + plot
        self.left = max(width_of(words, SMALL) for words in tick_labels) + 10
        labels = self._labels(width * 0.3, at_most=2 if size == "wide" else 3)
        self.right = width - max((width_of(words, TEXT) for lines in labels for words in lines), default=0) - 12
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
        self._draw_unknown()
        for number in range(len(series), 0, -1):  # the first series on top
            self._draw(number)
        self._draw_labels(labels)
        self.height = int(self.base + 26)

    def _labels(self, room: float, at_most: int) -> list[list[str]]:
        """The words at the end of each line: its name and, where it is known, its last figure."""
        labels = []
        for one, row in zip(self.series, self.values, strict=True):
            last = [value for value in row if value is not None][-1:]
            figure = number_words(last[0]) if last else gettext("unknown")
            labels.append([*wrap(one.name, room, TEXT, at_most), figure])
        return labels

    def _draw_unknown(self) -> None:
        """A hatch behind each run of points at which no series has a figure."""
        unknown = [all(row[index] is None for row in self.values) for index in range(len(self.xs))]
        half = (self.xs[-1] - self.xs[0]) / max(len(self.xs) - 1, 1) / 2 or 8
        for is_unknown, group in groupby(range(len(self.xs)), key=lambda index: unknown[index]):
            indexes = list(group)
            first, last = indexes[0], indexes[-1]
            if not is_unknown:
                continue
            start = (self.xs[first - 1] + self.xs[first]) / 2 if first else max(self.xs[0] - half, self.left)
            after = last + 1 < len(self.xs)
            end = (self.xs[last] + self.xs[last + 1]) / 2 if after else min(self.xs[-1] + half, self.right)
            places = self.names[first] if first == last else f"{self.names[first]}–{self.names[last]}"
            fill = f"url(#{self.anchor}-hatch)"
            width, height = max(end - start, 2.0), self.base - self.top
            title = f"{places}: {gettext('unknown')}"
            self.marks.append(
                rect("chart-bar chart-unknown", start, self.top, width, height, title=title, fill=fill)
            )
            if width_of(gettext("unknown"), SMALL) < width - 6:
                x, y = (start + end) / 2, self.top + 16
                self.marks.append(text("chart-said", x, y, gettext("unknown"), anchor="middle"))

    def _draw(self, number: int) -> None:
        """One line: solid between neighbouring points, dotted across unknown ones, a dot at each figure."""
        css = f"chart-line-{number}"
        row = self.values[number - 1]
        spots = {
            index: (self.xs[index], self.base - self.scale.at(value))
            for index, value in enumerate(row)
            if value is not None
        }
        runs: list[list[tuple[float, float]]] = []
        for index, spot in spots.items():
            if index - 1 in spots:
                runs[-1].append(spot)
            else:
                if runs:
                    self.marks.append(line(f"chart-bridge {css}", *runs[-1][-1], *spot))
                runs.append([spot])
        for run in runs:
            if len(run) > 1:
                self.marks.append(ChartMark("path", f"chart-line {css}", {"d": self._path(run)}))
        for index, (x, y) in spots.items():
            title = (
                f"{self.names[index]}, {self.series[number - 1].name}: {number_words(row[index] or 0)} {self.unit}"
            )
            last = " chart-dot-last" if index == max(spots) else ""
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
        ends = []
        for row in self.values:
            known = [(x, value) for x, value in zip(self.xs, row, strict=True) if value is not None]
            x, value = known[-1] if known else (self.right, Decimal(0))
            ends.append((x, self.base - self.scale.at(value)))
        half = tallest * LINE / 2
        middles = spread([y for _, y in ends], tallest * LINE + 2, self.top + half - 8, self.base - half + 10)
        for number, (lines, (x, y), middle) in enumerate(zip(labels, ends, middles, strict=True), 1):
            if abs(middle - y) > 3 or x < self.right - 4:
                self.marks.append(line("chart-leader", x + 5, y, self.right + 5, middle))
            for count, words in enumerate(lines):
                baseline = middle + (count - len(lines) / 2) * LINE + 11
                css = "chart-figure" if count == len(lines) - 1 else f"chart-label chart-ink-{number}"
                self.marks.append(text(css, self.right + 9, baseline, words))
