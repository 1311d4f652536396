"""A figure in the shape that the ledger asks for, without a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stockpiles.rules.dated import Within
from stockpiles.rules.flow import WHOLE_STOCK, Flow, Unit
from stockpiles.rules.quantity import Quantity


@dataclass(frozen=True)
class Given:
    flow: Flow
    munitions: Quantity
    submunitions: Quantity
    designation: str = WHOLE_STOCK
    about: Within | None = None
    is_running_total: bool = False

    def quantity(self, unit: Unit) -> Quantity:
        return self.munitions if unit is Unit.MUNITIONS else self.submunitions


def year(number: int) -> Within:
    return Within(date(number, 1, 1), date(number, 12, 31))


def entry(flow, munitions, submunitions=None, *, kind="", when=None, total=False, rounded=False):
    return Given(
        flow,
        Quantity(munitions),
        Quantity(submunitions, is_rounded=rounded),
        designation=kind,
        about=when,
        is_running_total=total,
    )


def findings(book):
    return [(c.finding, c.unit) for c in book.differences]
