"""A number of munitions or submunitions as sources give it: exact, rounded, or unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

MILLION = 1_000_000

Bound = Literal["", "at least", "at most"]
_OPPOSITE: dict[Bound, Bound] = {"": "", "at least": "at most", "at most": "at least"}


@dataclass(frozen=True)
class Quantity:
    """How many. ``value`` None means that the number is unknown, which is not the same as none at all.

    ``bound`` says that the number is known from one side only: Germany destroyed "over 573,000", and of what South
    Africa destroyed, at least 139 are on record. It goes with the number into every sum and every sentence.
    """

    value: int | None
    is_rounded: bool = False
    bound: Bound = ""

    def __post_init__(self) -> None:
        if self.value is None and (self.is_rounded or self.bound):
            raise ValueError("An unknown number cannot be rounded or bounded.")

    @property
    def is_partial(self) -> bool:
        """Whether it is a part of a whole that is not on record."""
        return self.bound == "at least"

    def at_least(self) -> Quantity:
        """The same number as the least that it can be; unknown stays unknown."""
        return self if self.value is None else replace(self, bound="at least")

    @property
    def is_known(self) -> bool:
        return self.value is not None

    @property
    def tolerance(self) -> int:
        """How far the true number may lie off: half a unit of the last digit that is not zero.

        10,100,000 rounded may stand for anything from 10,050,000 to 10,150,000, so the answer is 50,000.
        """
        if not self.is_rounded or not self.value:
            return 0
        digits = str(abs(self.value))
        return 10 ** (len(digits) - len(digits.rstrip("0"))) // 2

    def differs_from(self, other: Quantity) -> bool:
        """Whether both are known and lie further apart than their rounding allows. What is unknown contradicts nothing,
        and "over 573,000" contradicts fewer, not more."""
        if self.value is None or other.value is None:
            return False
        if abs(self.value - other.value) <= self.tolerance + other.tolerance:
            return False
        lower, higher = (self, other) if self.value < other.value else (other, self)
        return lower.bound != "at least" and higher.bound != "at most"

    def __add__(self, other: Quantity) -> Quantity:
        """The sum: unknown if a part is unknown, rounded if a part is rounded, bounded if a part is."""
        if self.value is None or other.value is None or self.bound == _OPPOSITE[other.bound] != "":
            return UNKNOWN
        return Quantity(self.value + other.value, self.is_rounded or other.is_rounded, self.bound or other.bound)

    def __sub__(self, other: Quantity) -> Quantity:
        """The difference, which may lie below zero; less at least 7,526 leaves at most so many."""
        if self.value is None or other.value is None or self.bound == other.bound != "":
            return UNKNOWN
        return Quantity(
            self.value - other.value, self.is_rounded or other.is_rounded, self.bound or _OPPOSITE[other.bound]
        )

    def __str__(self) -> str:
        if self.value is None:
            return "unknown"
        words = f"{self.value:,}".replace("-", "−")
        if self.is_rounded and self.value >= MILLION:
            words = f"{f'{self.value / MILLION:.2f}'.rstrip('0').rstrip('.')} million"
        if self.is_rounded:
            words = f"about {words}"
        return f"{self.bound} {words}" if self.bound else words


UNKNOWN = Quantity(None)
NONE = Quantity(0)


def total(quantities: Iterable[Quantity]) -> Quantity:
    """The sum of all; of nothing, zero."""
    result = NONE
    for quantity in quantities:
        result = result + quantity
    return result
