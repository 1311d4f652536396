"""Time along an axis: years or days to places, and round dates to label."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date
from itertools import pairwise

from django.utils.formats import date_format

from editorial.charts.figure import SMALL
from editorial.charts.lettering import width_of
from editorial.rules.calendar import spoken

Point = int | date
"""A year or a day; the points of one chart are all of one kind."""
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
MONTH_STEPS = (1, 2, 3, 6, 12)
FEW_MONTHS = 24
"""Below this an axis of days shows months, above it years."""
GAP = 10
"""Between two labels, in drawing units."""


def point_words(point: Point) -> str:
    """A year or a day as the reader sees it."""
    return spoken(point) if isinstance(point, date) else str(point)


def check_points(points: Sequence[Point]) -> None:
    """Raises ValueError unless the points are all years or all days, in order, without doubles."""
    for point in points:
        if not isinstance(point, date) and not MINYEAR <= point <= MAXYEAR:
            raise ValueError(f"{point} is not a year.")
    if len({isinstance(point, date) for point in points}) > 1:
        raise ValueError("Years and days cannot stand on one axis.")
    if any(number(later) <= number(earlier) for earlier, later in pairwise(points)):
        raise ValueError("The points must be in order and without doubles.")


def number(point: Point) -> int:
    """A point as a whole number: the year, or the day counted from the year 1."""
    return point.toordinal() if isinstance(point, date) else point


class Axis:
    """Years or days between two places of the drawing."""

    def __init__(self, first: Point, last: Point, start: float, end: float) -> None:
        self.first, self.last, self.start, self.end = first, last, start, end

    def at(self, point: Point) -> float:
        """Where a point stands; on an axis of one point it stands in the middle."""
        first, last = number(self.first), number(self.last)
        if first == last:
            return (self.start + self.end) / 2
        return self.start + (number(point) - first) / (last - first) * (self.end - self.start)

    def ticks(self) -> list[tuple[float, str]]:
        """Round years, or months on a short axis of days, as close as their labels allow."""
        if not isinstance(self.first, date) or not isinstance(self.last, date):
            years = range(int(number(self.first)), int(number(self.last)) + 1)
            return self._thinned([(year, year, str(year)) for year in years], YEAR_STEPS)
        months = _months(self.first, self.last)
        if len(months) >= FEW_MONTHS:
            years = range(self.first.year, self.last.year + 1)
            starts = [(year, date(year, 1, 1), str(year)) for year in years if self.first <= date(year, 1, 1)]
            return self._thinned([(year, number(day), words) for year, day, words in starts], YEAR_STEPS)
        labels = [
            (day.month - 1, number(day), str(date_format(day, "M Y"))) for day in months if day >= self.first
        ]
        return self._thinned(labels, MONTH_STEPS) or [(self.at(self.first), spoken(self.first))]

    def _thinned(self, labels: Sequence[tuple[int, int, str]], steps: Sequence[int]) -> list[tuple[float, str]]:
        """The labels (rank, place, words) whose rank is a multiple of the smallest step at which none touch."""
        for step in steps:
            kept = [(self._place(place), words) for rank, place, words in labels if rank % step == 0]
            if all(
                b - a >= (width_of(u, SMALL) + width_of(v, SMALL)) / 2 + GAP for (a, u), (b, v) in pairwise(kept)
            ):
                return kept or [(self._place(place), words) for _, place, words in labels[:1]]
        return [(self._place(place), words) for _, place, words in labels[:1]]

    def _place(self, place: int) -> float:
        return self.at(place if not isinstance(self.first, date) else date.fromordinal(place))


def _months(first: date, last: date) -> list[date]:
    """The first day of every month from the first day's month to the last day's."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return [date((start + step) // 12, (start + step) % 12 + 1, 1) for step in range(count)]
