"""How quantities, dates and days stand in a cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from editorial.tables import Cell
from stockpiles.queries.duty import Duty
from stockpiles.rules.dated import DayCount
from stockpiles.rules.deadline import Outlook
from stockpiles.rules.quantity import Quantity

R = TypeVar("R")


def number(quantity: Quantity | None) -> int | str:
    """A number as a spreadsheet counts it; unknown and not on record are words, never zero.

    A part never stands in the column of the whole: it has a column of its own (see ``least``).
    """
    if quantity is None:
        return "not on record"
    if quantity.is_partial:
        return "total not on record"
    return "unknown" if quantity.value is None else quantity.value


def least(quantity: Quantity | None) -> int | str:
    """The part that is on record of a whole that is not; "" for everything else."""
    return quantity.value if quantity is not None and quantity.is_partial and quantity.value is not None else ""


def rounded(quantity: Quantity | None) -> str:
    return "yes" if quantity is not None and quantity.is_rounded else ""


def days_columns(duty_of: Callable[[R], Duty | None]) -> dict[str, Callable[[R], Cell]]:
    """Days are numbers, their words stand apart. Positive: early, or left; negative: late, or over.

    Two numbers where a date is not exact; empty where nothing is counted.
    """

    def counted(row: R) -> Outlook | None:
        duty = duty_of(row)
        return duty.counted if duty else None

    def days(row: R) -> DayCount | None:
        outlook = counted(row)
        return outlook.days if outlook else None

    return {
        "Days, at least": lambda row: d.least if (d := days(row)) else None,
        "Days, at most": lambda row: d.most if (d := days(row)) else None,
        "Days in words": lambda row: one.words if (one := counted(row)) else "",
    }
