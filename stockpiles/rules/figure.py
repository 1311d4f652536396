"""What the ledger asks of a figure. The three tables that count munitions answer it as they stand."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from .dated import Dated
from .flow import Flow, Unit
from .quantity import Quantity


class Figure(Protocol):
    """One claim that moves the stock.

    designation       the munition type, or WHOLE_STOCK
    about             the period or day that it speaks of; the year for what is retained
    is_running_total  destroyed so far, up to the end of ``about``, rather than within it
    """

    @property
    def flow(self) -> Flow: ...

    @property
    def designation(self) -> str: ...

    @property
    def about(self) -> Dated | None: ...

    @property
    def is_running_total(self) -> bool: ...

    def quantity(self, unit: Unit, /) -> Quantity: ...


def contradict(one: Figure, other: Figure) -> bool:
    """Whether two figures about the same thing cannot both be right.

    Two totals destroyed "so far" may grow from day to day: 201,895 munitions by the end of 2018 and 206,061 by 19 March
    2019 are no contradiction, more on an earlier day than on a later one is.
    """
    first, last = sorted((one, other), key=end)
    if first.is_running_total and end(first) < end(last):
        return any(_is_more(first.quantity(unit), last.quantity(unit)) for unit in Unit)
    return any(first.quantity(unit).differs_from(last.quantity(unit)) for unit in Unit)


def _is_more(first: Quantity, last: Quantity) -> bool:
    return first.differs_from(last) and (first.value or 0) > (last.value or 0)


def start(figure: Figure) -> date:
    """The first day that a figure speaks of; the first of all days where it has none."""
    return (figure.about.earliest if figure.about else None) or date.min


def end(figure: Figure) -> date:
    """The last day that a figure speaks of; the last of all days where it has none."""
    return (figure.about.latest if figure.about else None) or date.max
