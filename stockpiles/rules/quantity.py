"""A number of munitions or submunitions as sources give it: exact, rounded, or unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MILLION = 1_000_000


@dataclass(frozen=True)
class Quantity:
    """How many. ``value`` None means that the number is unknown, which is not the same as none at all."""

    value: int | None
    is_rounded: bool = False

    def __post_init__(self) -> None:
        if self.value is None and self.is_rounded:
            raise ValueError("An unknown number cannot be rounded.")

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

    def __add__(self, other: Quantity) -> Quantity:
        """The sum: unknown if a part is unknown, rounded if a part is rounded."""
        if self.value is None or other.value is None:
            return UNKNOWN
        return Quantity(self.value + other.value, self.is_rounded or other.is_rounded)

    def __str__(self) -> str:
        if self.value is None:
            return "unknown"
        if not self.is_rounded:
            return f"{self.value:,}".replace("-", "−")
        if self.value >= MILLION:
            return f"about {f'{self.value / MILLION:.2f}'.rstrip('0').rstrip('.')} million"
        return f"about {self.value:,}"


UNKNOWN = Quantity(None)
NONE = Quantity(0)


def total(quantities: Iterable[Quantity]) -> Quantity:
    """The sum of all; of nothing, zero."""
    result = NONE
    for quantity in quantities:
        result = result + quantity
    return result
