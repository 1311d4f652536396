"""Stocks of the world: which states hold or held them, what was destroyed, what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from countries.models import Country
from stockpiles.models import Article, CompletionDeclaration, SettledDifference
from stockpiles.rules.deadline import DutyStanding
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.quantity import Quantity, total

from .differences import Judged, Key, judged
from .duties import deadline_board, owed_by_state
from .duty import Board, Duty
from .records import Records
from .stock import Stock


@dataclass(frozen=True)
class HolderRow:
    """One state that holds or held stocks."""

    country: Country
    stock: Stock
    duty: Duty | None
    completion: CompletionDeclaration | None
    settled: Mapping[Key, SettledDifference]

    def get_absolute_url(self) -> str:
        return reverse("stockpile", args=[self.country.slug])

    def declared(self, unit: Unit) -> Quantity | None:
        return self.stock.quantity(Flow.OPENING, unit)

    def destroyed(self, unit: Unit) -> Quantity | None:
        return self.stock.quantity(Flow.DESTROYED, unit)

    def retained(self, unit: Unit) -> Quantity | None:
        return self.stock.quantity(Flow.RETAINED, unit)

    def remaining(self, unit: Unit) -> Quantity | None:
        """What is left to destroy: nothing once completion is declared, else by the ledger; None where unknown."""
        if self.duty is not None and self.duty.standing is DutyStanding.NOTHING_LEFT:
            return Quantity(0)
        left = self.stock.remaining(unit)
        return left if left is not None and left.is_known else None

    @property
    def differences(self) -> tuple[Judged, ...]:
        """Where the figures do not come out, with what editors settled."""
        return judged(self.stock, self.settled)

    @property
    def has_conflict(self) -> bool:
        """Whether figures disagree in every reading of them; a gap or another way of counting is no disagreement."""
        return bool(self.stock.conflicts) or any(one.waits_for_an_editor for one in self.stock.ledger.differences)


@dataclass(frozen=True)
class Sum:
    """A total over states with its basis: how many figures went in, how many states have none.

    ``parts`` are the states of which only a part is on record; with any of them the total is "at least" so many.
    """

    known: Quantity
    states: int
    unknown: int
    parts: tuple[Country, ...] = ()

    @property
    def basis(self) -> str:
        """ "Sum of the figures of 35 states; unknown for 1", "…; of 3 of them (Germany …) no total is on record"."""
        noun = "state" if self.states == 1 else "states"
        words = f"Sum of the figures of {self.states} {noun}"
        words += ", rounded ones included" if self.known.is_rounded else ""
        if self.parts:
            names = ", ".join(country.name for country in self.parts)
            words += f"; of {len(self.parts)} of them ({names}) the total is not on record, only a part"
        return f"{words}; unknown for {self.unknown}" if self.unknown else words


@dataclass(frozen=True)
class CompletionYear:
    """One calendar year: the states that completed in it, and what they had declared and destroyed."""

    year: int
    states: tuple[Country, ...]
    munitions: Sum
    states_so_far: int


@dataclass(frozen=True)
class Overview:
    """The world's stocks as the records give them on a day."""

    as_of: date
    rows: tuple[HolderRow, ...]
    sums: dict[tuple[Flow, Unit], Sum]
    years: tuple[CompletionYear, ...]
    undated: tuple[Country, ...]
    board: Board
    unrecorded: tuple[Country, ...]
    """States and areas of which nothing on stocks is recorded here. It says nothing about them."""

    def sum_of(self, flow: Flow, unit: Unit) -> Sum:
        return self.sums[flow, unit]

    @property
    def completed(self) -> int:
        return sum(1 for row in self.rows if row.completion is not None)


def overview(*, as_of: date, records: Records | None = None) -> Overview:
    """Every state with a figure on stocks, the sums with their basis, and progress by year. At most ten queries.

    Sums add the figures in use, one a state and unit; munitions and submunitions are summed apart.
    """
    records = records or Records(as_of)
    board = deadline_board(Article.DESTRUCTION, as_of=as_of, records=records)
    duties = {duty.country.pk: duty for duty in board.duties}
    rows = [row for row in holders(records).values() if row is not None]
    sums = {
        (flow, unit): _sum((row.country, row.stock.quantity(flow, unit)) for row in rows)
        for flow in (Flow.OPENING, Flow.DESTROYED, Flow.RETAINED)
        for unit in Unit
    }
    years, undated = _by_completion_year(rows)
    recorded = {row.country.pk for row in rows} | set(duties)
    unrecorded = tuple(country for pk, country in records.countries.items() if pk not in recorded)
    return Overview(as_of, tuple(rows), sums, years, undated, board, unrecorded)


def holders(records: Records) -> Mapping[int, HolderRow | None]:
    """The states with a figure on what they hold or held, by name; None for every other."""
    owed, held = owed_by_state(Article.DESTRUCTION, records), _held(records)

    def row(pk: int) -> HolderRow | None:
        if (stock := held.get(pk)) is None:
            return None
        duty = next(iter((*owed[pk].duties, *owed[pk].unrecorded)), None)
        return HolderRow(records.countries[pk], stock, duty, records.completion(pk), records.settled[pk])

    return records.of_each("holders", lambda some: {pk: row(pk) for pk in some})


@dataclass(frozen=True)
class InShort:
    """The world's stocks in four numbers: who has any on record, who completed, and what was declared and destroyed."""

    states: int
    completed: int
    declared: Sum
    destroyed: Sum


def in_short(records: Records) -> InShort:
    """The same numbers as of the overview, without the deadlines of which it tells. At most five queries."""
    held, countries = _held(records), records.countries
    declared, destroyed = (
        _sum((countries[pk], stock.quantity(flow, Unit.MUNITIONS)) for pk, stock in held.items())
        for flow in (Flow.OPENING, Flow.DESTROYED)
    )
    completed = sum(1 for stock in held.values() if stock.completed)
    return InShort(len(held), completed, declared, destroyed)


def _held(records: Records) -> dict[int, Stock]:
    """The stock of every state with a figure on what it holds or held, by name."""
    found = records.stocks.items()
    return {pk: stock for pk, stock in found if stock is not None and stock.has(Flow.OPENING, Flow.DESTROYED)}


def _sum(quantities: Iterable[tuple[Country, Quantity | None]]) -> Sum:
    given = list(quantities)
    known = [(country, q) for country, q in given if q is not None and q.is_known]
    parts = tuple(country for country, q in known if q.is_partial)
    return Sum(total(q for _, q in known), len(known), len(given) - len(known), parts)


def _by_completion_year(rows: Iterable[HolderRow]) -> tuple[tuple[CompletionYear, ...], tuple[Country, ...]]:
    """Completions by the year of the last item; those without a year are named apart."""
    by_year: dict[int, list[HolderRow]] = defaultdict(list)
    undated: list[Country] = []
    for row in rows:
        if row.completion is None:
            continue
        done = row.completion.done
        if done.earliest is None or done.latest is None or done.earliest.year != done.latest.year:
            undated.append(row.country)
            continue
        by_year[done.latest.year].append(row)
    if not by_year:
        return (), tuple(undated)
    result, so_far = [], 0
    for year in range(min(by_year), max(by_year) + 1):
        of_year = by_year.get(year, [])
        so_far += len(of_year)
        declared = _sum((row.country, row.declared(Unit.MUNITIONS)) for row in of_year)
        result.append(CompletionYear(year, tuple(row.country for row in of_year), declared, so_far))
    return tuple(result), tuple(undated)
