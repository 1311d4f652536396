"""Figures, ticks and scales: exact (decimal) until a coordinate is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext, gettext_lazy

from editorial.charts.figure import Series, Unknown, Value

LARGEST = Decimal(10) ** 15
"""No figure of the Monitor comes near this; a larger one is a slip of the pen."""
MOST_SERIES = 6
"""More tones or dashes than this cannot be told apart on paper."""
PLACES = 6
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
SCALES = (
    (Decimal(10) ** 12, gettext_lazy("%(number)s trillion")),
    (Decimal(10) ** 9, gettext_lazy("%(number)s billion")),
    (Decimal(10) ** 6, gettext_lazy("%(number)s million")),
)


def exact(value: Value, where: str) -> Decimal | None:
    """The figure as a decimal, to a millionth at most; None when unknown.

    Raises ValueError, naming the place, for what is no count or amount: negative, not a number, too large.
    """
    if value is None or isinstance(value, Unknown):
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError(f"{where}: {value!r} is not a number; use None for unknown.")
    number = Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"{where}: {value!r} is not a number; use None for unknown.")
    if number < 0:
        raise ValueError(f"{where}: {value} is negative; a chart here shows counts and amounts from zero up.")
    if number > LARGEST:
        raise ValueError(f"{where}: {value} is larger than {LARGEST}; check the figure.")
    return round(number, PLACES)


def exact_series(series: Sequence[Series], years: Sequence[object]) -> list[list[Decimal | None]]:
    """All figures as decimals; raises ValueError for no series or too many, and for one without a value a year."""
    if not series:
        raise ValueError("A chart needs at least one series.")
    if len(series) > MOST_SERIES:
        raise ValueError(f"{len(series)} series; more than {MOST_SERIES} cannot be told apart. Use a table.")
    if not years:
        raise ValueError("A chart needs at least one year; show a sentence where there is nothing to draw.")
    for one in series:
        if len(one.values) != len(years):
            raise ValueError(f"{one.name}: {len(one.values)} values for {len(years)} years.")
    return [
        [exact(value, f"{one.name}, {year}") for year, value in zip(years, one.values, strict=True)]
        for one in series
    ]


def number_words(value: Decimal | int) -> str:
    """A figure as the reader sees it, everywhere the same: grouped, in the page's language."""
    number = Decimal(value)
    if number == number.to_integral_value():
        return str(number_format(int(number), force_grouping=True))
    return str(number_format(number.normalize(), force_grouping=True))


def unknown_words(value: Value) -> str:
    """How an unknown figure is said."""
    return (value.words if isinstance(value, Unknown) else "") or gettext("unknown")


def value_words(value: Value) -> str:
    number = exact(value, "")
    return unknown_words(value) if number is None else number_words(number)


def nice_ticks(top: Decimal, at_most: int = 5) -> list[Decimal]:
    """Round ticks from zero to at least `top`, whole numbers when the top is whole; at most `at_most` steps.

    >>> [int(tick) for tick in nice_ticks(Decimal(112))]
    [0, 25, 50, 75, 100, 125]
    >>> [int(tick) for tick in nice_ticks(Decimal(0))]
    [0, 1]
    """
    if top <= 0:
        return [Decimal(0), Decimal(1)]
    whole = top == top.to_integral_value()
    rough = max(top / at_most, Decimal(1)) if whole else top / at_most
    power = Decimal(10) ** rough.adjusted()
    steps = (power * step for step in STEPS if not (whole and power * step % 1))
    step = next(step for step in steps if step >= rough)
    count = int((top / step).to_integral_value(rounding=ROUND_CEILING))
    return [step * number for number in range(count + 1)]


def tick_words(ticks: Iterable[Decimal]) -> list[str]:
    """Short labels for an axis: 2.5 million instead of 2,500,000.

    >>> tick_words([Decimal(0), Decimal(500_000), Decimal(1_000_000)])
    ['0', '0.5 million', '1 million']
    """
    ticks = list(ticks)
    for size, phrase in SCALES:
        if max(ticks) >= size:
            return ["0", *(str(phrase) % {"number": number_words(tick / size)} for tick in ticks[1:])]
    return [number_words(tick) for tick in ticks]


@dataclass(frozen=True)
class Scale:
    """From zero to a top value onto a length in drawing units."""

    top: Decimal
    length: float

    def at(self, value: Decimal) -> float:
        return float(value / self.top) * self.length
