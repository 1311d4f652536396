"""A figure in the shape that the ledger asks for, without a database."""

from __future__ import annotations

from dataclasses import dataclass

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
