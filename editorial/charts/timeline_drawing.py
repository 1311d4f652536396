"""The drawing of a timeline: labels on shelves above the axis, stages below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from editorial.charts.calendar import Axis
from editorial.charts.figure import SMALL, TEXT, ChartMark, Size, line, rect, text
from editorial.charts.lettering import trim, width_of, wrap
from editorial.charts.timeline_facts import (
    ChartMoment,
    ChartStage,
    MomentKind,
    Stretch,
    delay_words,
    stage_words,
)
from editorial.rules.calendar import spoken

LINE = 15  # from one line of lettering to the next
STAGE = 12  # the height of a stage's bar
NAMES = 0.36  # the share of the width that the stages' names may take
LABELS: dict[Size, float] = {"wide": 330, "narrow": 190}  # the longest line of a label


@dataclass
class Placed:
    """A label beside its marker, on one of the shelves."""

    moment: ChartMoment
    x: float
    label: list[str]
    dates: list[str]
    room: float
    before: bool = False  # the label stands left of the marker

    @property
    def start(self) -> float:
        return self.x - self.room - 12 if self.before else self.x - 6

    @property
    def end(self) -> float:
        return self.x + 6 if self.before else self.x + self.room + 12

    def touches(self, other: Placed) -> bool:
        return self.start < other.end and other.start < self.end


class TimelineDrawing:
    """The drawing of a timeline at one width."""

    def __init__(
        self,
        moments: Sequence[ChartMoment],
        stages: Sequence[ChartStage],
        today: date | None,
        days: tuple[date, date],
        anchor: str,
        size: Size,
        width: int,
    ) -> None:
        self.width, self.size, self.anchor, self.last = width, size, anchor, days[1]
        names = max((width_of(stage.label, TEXT) for stage in stages), default=0)
        self.above = names > width * NAMES
        self.left = 10.0 if self.above or not stages else names + 14
        self.axis = Axis(*days, self.left, width - 10)
        shelves = self._shelve(moments)
        heights = [max(len(one.label + one.dates) for one in shelf) * LINE + 8 for shelf in shelves]
        self.ground = sum(heights) + 6.0
        self.base = self.ground + sum(self._height(stage) for stage in stages) + (16 if stages else 6)
        self.rules: list[ChartMark] = []
        self.bars: list[ChartMark] = []
        self.leaders: list[ChartMark] = []
        self.words: list[ChartMark] = []
        self._draw_axis(self.ground if stages else self.base - 5, today)
        y = self.ground + 8
        for stage in stages:
            y = self._draw_stage(stage, y)
        y = self.ground - 6
        for shelf, height in zip(shelves, heights, strict=True):
            for one in shelf:
                self._draw_moment(one, y - height / 2, bool(stages))
            y -= height
        self.marks = self.rules + self.bars + self.leaders + self.words
        self.height = int(self.base + (36 if today else 24))

    def _draw_axis(self, top: float, today: date | None) -> None:
        for x, words in self.axis.ticks():
            self.rules.append(line("chart-rule", x, top, x, self.base))
            half = width_of(words, SMALL) / 2
            middle = min(max(x, half), self.width - half)
            self.words.append(text("chart-tick", middle, self.base + 17, words, anchor="middle"))
        self.rules.append(line("chart-axis", self.left - 6, self.base, self.width - 4, self.base))
        if today:
            # named by its date: it is the last day of the record as often as it is today
            x, words = self.axis.at(today), spoken(today)
            self.leaders.append(line("chart-today", x, top - 4, x, self.base + 20, title=words))
            half = width_of(words, SMALL) / 2
            middle = min(max(x, half), self.width - half)
            self.words.append(text("chart-tick", middle, self.base + 32, words, anchor="middle"))

    def _shelve(self, moments: Sequence[ChartMoment]) -> list[list[Placed]]:
        """Each label on the lowest shelf where it touches no other.

        Later ones are placed first: the leader of an earlier one, which hangs from a higher shelf, crosses none.
        """
        placed = [self._beside(moment) for moment in moments]
        shelves: list[list[Placed]] = []
        later_first = [one for one in reversed(placed) if not one.before]
        for one in later_first + [one for one in placed if one.before]:
            free = (shelf for shelf in shelves if not any(one.touches(other) for other in shelf))
            shelf = next(free, None)
            if shelf is None:
                shelves.append(shelf := [])
            shelf.append(one)
        return shelves

    def _beside(self, moment: ChartMoment) -> Placed:
        """The label right of its marker, or left of it near the end of the axis; long ones on several lines."""
        x = self.axis.at(moment.on)
        room = min(LABELS[self.size], max(x, self.width - x) - 14)
        label = wrap(moment.label, room, TEXT, at_most=3)
        dates = wrap(moment.below, room, SMALL, at_most=2)
        widest = max(*(width_of(words, TEXT) for words in label), *(width_of(words, SMALL) for words in dates))
        one = Placed(moment, x, label, dates, widest)
        one.before = one.end > self.width and x > self.width / 2
        return one

    def _draw_moment(self, one: Placed, y: float, has_stages: bool) -> None:
        kind = one.moment.kind
        foot = self.ground if kind == "event" and has_stages else self.base
        self.leaders.append(line(f"chart-leader chart-leader-{kind}", one.x, y, one.x, foot))
        self.words.append(_marker(kind, one.x, y, f"{one.moment.day}: {one.moment.label}"))
        x, anchor = (one.x - 9, "end") if one.before else (one.x + 9, "start")
        lines = one.label + one.dates
        for number, words in enumerate(lines):
            baseline = y + (number - len(lines) / 2) * LINE + 11
            css = "chart-event" if number < len(one.label) else "chart-when"
            self.words.append(text(css, x, baseline, words, anchor=anchor))

    def _height(self, stage: ChartStage) -> float:
        return (LINE + 2 if self.above else 0) + STAGE + 10 + LINE * len(stage.delays)

    def _draw_stage(self, stage: ChartStage, y: float) -> float:
        """One stage; returns where the next one starts."""
        below = y + self._height(stage)
        if self.above:
            label = trim(stage.label, self.width - 10, TEXT)
            self.words.append(text("chart-row-name", self.left - 6, y + 11, label))
            y += LINE + 2
        else:
            self.words.append(text("chart-row-name", self.left - 14, y + STAGE - 1, stage.label, anchor="end"))
        title = stage_words(stage)
        if not stage.is_dated:
            start = self.axis.at(stage.since) if stage.since else self.axis.start
            end = self.axis.at(stage.over) if stage.over else self.axis.end
            width, fill = max(end - start, 1), f"url(#{self.anchor}-hatch)"
            self.bars.append(rect("chart-bar chart-unknown", start, y, width, STAGE, title=title, fill=fill))
            said = gettext("dates unknown")
            if stage.edge:
                said = gettext("beginning unknown") if stage.over else gettext("end unknown")
            room = width_of(said, SMALL)
            middle = min(start + max(width, room) / 2, self.axis.end - room / 2)
            if stage.edge and not stage.over:  # at the end that it is about, clear of delays
                middle = self.axis.end - room / 2 - 6
            self.words.append(text("chart-said", middle, y + STAGE - 2, said, anchor="middle"))
        if stage.planned:
            self.bars.append(self._stretch("chart-planned", stage.planned, y, STAGE, title))
        if stage.actual:
            self.bars.append(self._stretch("chart-actual", stage.actual, y + 3, STAGE - 6, title))
        baseline = y + STAGE + LINE - 2
        for delay in stage.delays:
            fill = f"url(#{self.anchor}-delay)"
            stretch = (delay.since, delay.until)
            self.bars.append(self._stretch("chart-delay", stretch, y, STAGE, delay_words(delay), fill))
            words = trim(delay.cause, self.width - 20, SMALL)
            x = min(self.axis.at(delay.since), self.width - 4 - width_of(words, SMALL))
            self.words.append(text("chart-cause", x, baseline, words))
            baseline += LINE
        return below

    def _stretch(
        self, css: str, stretch: Stretch, y: float, height: float, title: str, fill: str = ""
    ) -> ChartMark:
        """A bar from the first day to the last, or to the end of the axis where it is still open."""
        x, end = self.axis.at(stretch[0]), self.axis.at(stretch[1] or self.last)
        return rect(f"chart-bar {css}", x, y, max(end - x, 2), height, title=title, fill=fill)


def _marker(kind: MomentKind, x: float, y: float, title: str) -> ChartMark:
    """A dot for what happened, a diamond for a deadline."""
    if kind == "event":
        return ChartMark("circle", "chart-marker", {"cx": x, "cy": y, "r": 4}, title=title)
    path = f"M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z"
    return ChartMark("path", f"chart-marker chart-marker-{kind}", {"d": path}, title=title)
