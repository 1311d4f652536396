"""The stock of a state: which of its figures are used, the ledger they make, and the figures that disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from stockpiles.models import Figures
from stockpiles.rules.dated import Dated
from stockpiles.rules.figure import contradict
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.ledger import Ledger, ledger
from stockpiles.rules.preference import PREFERRED, SUPERSEDED, chosen
from stockpiles.rules.quantity import Quantity


@dataclass(frozen=True)
class FigureConflict:
    """Figures about the same thing that do not agree, and the one that is used."""

    rows: tuple[Figures, ...]
    used: Figures | None

    @property
    def flow(self) -> Flow:
        return self.rows[0].flow

    @property
    def is_decided(self) -> bool:
        """Whether an editor has said which figure counts: one is preferred, or all that contradict it are superseded."""
        standing = [row for row in self.rows if row.rank != SUPERSEDED]
        if any(row.rank == PREFERRED for row in standing):
            return True
        return not any(contradict(one, other) for one, other in combinations(standing, 2))


@dataclass(frozen=True)
class Stock:
    """What is known of one state's stock. A board asks of most states only whether they have any: the rest is worked out
    when it is first asked for.

    ``done`` says when a state that declared completion had destroyed its last item.
    """

    country_id: int
    rows: tuple[Figures, ...]
    used: tuple[Figures, ...]
    conflicts: tuple[FigureConflict, ...]
    completed_on: Dated | None = None

    @property
    def completed(self) -> bool:
        return self.completed_on is not None

    @cached_property
    def ledger(self) -> Ledger:
        """The book of the figures in use."""
        return ledger(self.used, completed=self.completed, completed_on=self.completed_on)

    def quantity(self, flow: Flow, unit: Unit) -> Quantity | None:
        """One sum of the whole stock's line; None where nothing is on record, and for what is no part of the ledger."""
        line = self.ledger.line(unit)
        return line.flows.get(flow) if line else None

    def remaining(self, unit: Unit) -> Quantity | None:
        """What is left of the whole stock by the records; once completion is declared, nothing but what is retained."""
        if self.completed:
            return Quantity(0)
        line = self.ledger.line(unit)
        return line.remaining.value if line else None

    def is_partial(self, flow: Flow, unit: Unit) -> bool:
        """Whether a sum is only the part that is on record of a whole that is not."""
        quantity = self.quantity(flow, unit)
        return quantity is not None and quantity.is_partial

    def row_used(self, flow: Flow, unit: Unit) -> Figures | None:
        """The figure of the whole stock behind a sum, where it is a single one."""
        of_whole = (row for row in self.used if row.flow is flow and row.munition_type_id is None)
        return next((row for row in reversed([*of_whole]) if row.quantity(unit).is_known), None)

    def has(self, *flows: Flow) -> bool:
        """Whether any figure, in use or not, speaks of one of these."""
        return any(row.flow in flows for row in self.rows)


def stocks(rows: Iterable[Figures], done: Mapping[int, Dated] = MappingProxyType({})) -> dict[int, Stock]:
    """The stock of each state that has any figure, by primary key of its country. Reads nothing.

    ``done`` says when the states that declared completion had destroyed their last item.
    """
    by_state: dict[int, list[Figures]] = defaultdict(list)
    for row in rows:
        by_state[row.country_id].append(row)
    return {pk: stock_of(own, done.get(pk)) for pk, own in by_state.items()}


def stock_of(rows: Sequence[Figures], done: Dated | None) -> Stock:
    """The stock of one state, which has figures."""
    subjects: dict[tuple[Hashable, ...], list[Figures]] = defaultdict(list)
    for row in rows:
        subjects[row.subject].append(row)
    used: list[Figures] = []
    conflicts: list[FigureConflict] = []
    for same in subjects.values():
        best = chosen(same, when=lambda row: row.when)
        if best is not None:
            used.append(best)
        if any(contradict(one, other) for one, other in combinations(same, 2)):
            conflicts.append(FigureConflict(tuple(same), best))
    return Stock(rows[0].country_id, tuple(rows), tuple(used), tuple(conflicts), done)
