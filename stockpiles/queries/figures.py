"""The figures on stocks of all states in one pass, and the ledger they lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from editorial.models import PartialDateField
from editorial.rules.partial_date import PartialDate
from stockpiles.models import (
    DestructionRecord,
    DestructionScope,
    MunitionType,
    OutOf,
    RetentionRecord,
    StockpileHolding,
)
from stockpiles.rules.dated import Dated, Within, bounds
from stockpiles.rules.ledger import WHOLE_STOCK, Entry, Flow, Ledger, Unit, ledger
from stockpiles.rules.preference import PREFERRED, SUPERSEDED, chosen
from stockpiles.rules.quantity import Quantity

HOLDING, DESTROYED, RETAINED = "holding", "destroyed", "retained"
OF_STOCK, OF_RETAINED = OutOf.STOCK.value, OutOf.RETAINED.value


@dataclass(frozen=True)
class FigureRow:
    """One figure as a source gives it. ``anchor`` is its place on the state's page.

    as_of    what it is about; ``start`` and ``end`` for a period
    made_on  when it was said
    out_of   for what was destroyed: the stock, or what was retained
    """

    table: str
    pk: int
    country_id: int
    type_id: int | None
    kind: str
    munitions: Quantity
    submunitions: Quantity
    rank: str
    certainty: str
    as_of: PartialDate | None
    start: PartialDate | None
    end: PartialDate | None
    made_on: PartialDate | None = None
    out_of: str = OF_STOCK

    @property
    def anchor(self) -> str:
        return f"{self.table}-{self.pk}"

    @property
    def flow(self) -> Flow:
        if self.table == DESTROYED:
            return Flow.RETAINED_DESTROYED if self.out_of == OF_RETAINED else Flow.DESTROYED
        return Flow.RETAINED if self.table == RETAINED else Flow(self.kind)

    @property
    def is_running_total(self) -> bool:
        return self.kind == DestructionScope.RUNNING_TOTAL

    @property
    def when(self) -> Within | None:
        """When it was said, or else what it speaks of: of several claims about the same thing the newest counts."""
        return bounds(self.made_on) or self.about

    @cached_property
    def about(self) -> Within | None:
        """The day or period it speaks of. What is retained is no newer than the document that says so."""
        if self.table == RETAINED and self.as_of is None and self.made_on is not None:
            return Within(None, self.made_on.latest)
        if self.table != DESTROYED:
            return bounds(self.as_of)
        start, end = bounds(self.start), bounds(self.end)
        if self.is_running_total:
            return Within(None, end.latest if end else None)
        return Within(start.earliest if start else None, end.latest if end else None)

    @property
    def subject(self) -> Hashable:
        """What it is about. Two figures about the same thing contradict each other unless they agree.

        There is one stock to begin with and one total destroyed; what was destroyed or found is one thing each
        period, what is retained one thing each year.
        """
        about = (self.country_id, self.flow, self.type_id)
        if self.flow is Flow.OPENING or self.is_running_total:
            return (*about, "all")
        if self.table == DESTROYED:
            return (*about, self.start, self.end)
        return (*about, self.as_of or self.made_on)

    @property
    def year(self) -> int | None:
        """The calendar year in which a whole period of destruction lies."""
        if self.table != DESTROYED or self.is_running_total or self.start is None or self.end is None:
            return None
        return self.end.year if self.start.year == self.end.year else None

    def is_known_by(self, day: date) -> bool:
        """Whether what was destroyed or retained lies on that day or before it.

        A stock that was declared later was held before, so every opening counts.
        """
        if self.flow is Flow.OPENING:
            return True
        last = self.about.latest or self.about.earliest if self.about else None
        return last is None or last <= day

    def of(self, unit: Unit) -> Quantity:
        return self.munitions if unit is Unit.MUNITIONS else self.submunitions


def figure_rows(*, countries: Collection[int] | None = None) -> list[FigureRow]:
    """Every figure on stocks, destruction and retention (of some states, or all). One query."""
    halves = [
        _half(StockpileHolding.objects.all(), HOLDING, F("kind")),
        _half(DestructionRecord.objects.all(), DESTROYED, F("scope"), F("out_of")),
        _half(RetentionRecord.objects.all(), RETAINED, Value(Flow.RETAINED.value)),
    ]
    if countries is not None:
        halves = [half.filter(country_id__in=countries) for half in halves]
    parsed: dict[str, PartialDate] = {}

    def partial(stored: str | None) -> PartialDate | None:
        if not stored:
            return None
        if stored not in parsed:
            parsed[stored] = PartialDate.parse(stored)
        return parsed[stored]

    rows = [
        FigureRow(
            table=table,
            pk=pk,
            country_id=country_id,
            type_id=type_id,
            kind=kind,
            munitions=Quantity(munitions, bool(munitions_rounded)),
            submunitions=Quantity(submunitions, bool(submunitions_rounded)),
            rank=rank,
            certainty=certainty,
            as_of=partial(as_of),
            start=partial(start),
            end=partial(end),
            made_on=partial(made_on),
            out_of=out_of,
        )
        for (
            table,
            kind,
            pk,
            country_id,
            type_id,
            munitions,
            munitions_rounded,
            submunitions,
            submunitions_rounded,
            rank,
            certainty,
            as_of,
            start,
            end,
            made_on,
            out_of,
        ) in halves[0].union(*halves[1:], all=True)
    ]
    return sorted(rows, key=lambda row: (row.country_id, row.table, row.pk))


def _half(rows: QuerySet, table: str, kind: F | Value, out_of: F | None = None) -> QuerySet:
    """One table's part of the union. Dates come as stored, so that equal ones are parsed once."""
    return rows.order_by().values_list(
        Value(table, output_field=CharField()),
        _as_text(kind),
        "pk",
        "country_id",
        "munition_type_id",
        "munitions",
        "munitions_rounded",
        "submunitions",
        "submunitions_rounded",
        "rank",
        "certainty",
        _as_text(F("as_of")),
        _as_text(F("period_start")),
        _as_text(F("period_end")),
        _as_text(F("made_on")),
        _as_text(out_of or Value(OF_STOCK)),
    )


def _as_text(what: F | Value) -> Cast:
    return Cast(what, CharField(max_length=PartialDateField().max_length))


@dataclass(frozen=True)
class Conflict:
    """Figures about the same thing that do not agree, and the one that is used."""

    country_id: int
    type_id: int | None
    flow: Flow
    rows: tuple[FigureRow, ...]
    used: FigureRow | None

    @property
    def is_decided(self) -> bool:
        """Whether an editor has said which figure counts: one is preferred, or all others are superseded."""
        standing = [row for row in self.rows if row.rank != SUPERSEDED]
        return any(row.rank == PREFERRED for row in standing) or len(standing) <= 1


@dataclass(frozen=True)
class Stock:
    """What is known of one state's stock: the figures used, the ledger they make, and the figures that disagree."""

    country_id: int
    rows: tuple[FigureRow, ...]
    used: tuple[FigureRow, ...]
    ledger: Ledger
    conflicts: tuple[Conflict, ...]
    completed: bool = False

    def quantity(self, flow: Flow, unit: Unit) -> Quantity | None:
        """One sum of the whole stock's line; None where nothing is on record."""
        line = self.ledger.line(unit)
        return line.flows[flow] if line else None

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

    def row_used(self, flow: Flow, unit: Unit) -> FigureRow | None:
        """The figure of the whole stock behind a sum, where it is a single one."""
        found = [row for row in self.used if row.flow is flow and row.type_id is None and row.of(unit).is_known]
        return found[-1] if found else None


def stocks(
    rows: Iterable[FigureRow],
    *,
    types: dict[int, str],
    completed: Collection[int] = (),
    done: Mapping[int, Dated] | None = None,
) -> dict[int, Stock]:
    """The stock of each state that has any figure, by primary key of its country. Pure once the rows are read.

    ``types`` gives designations by primary key; ``completed`` holds the states that declared completion, ``done`` when
    their last item was destroyed.
    """
    by_state: dict[int, list[FigureRow]] = defaultdict(list)
    for row in rows:
        by_state[row.country_id].append(row)
    days = done or {}
    return {
        pk: _stock(pk, own, types, completed=pk in completed, completed_on=days.get(pk))
        for pk, own in by_state.items()
    }


def _stock(
    country_id: int,
    rows: Sequence[FigureRow],
    types: dict[int, str],
    *,
    completed: bool,
    completed_on: Dated | None,
) -> Stock:
    subjects: dict[Hashable, list[FigureRow]] = defaultdict(list)
    for row in rows:
        subjects[row.subject].append(row)
    used: list[FigureRow] = []
    conflicts: list[Conflict] = []
    for same in subjects.values():
        best = chosen(same)
        if best is not None:
            used.append(best)
        if len({(row.munitions, row.submunitions) for row in same}) > 1:
            first = same[0]
            conflicts.append(Conflict(country_id, first.type_id, first.flow, tuple(same), best))
    entries = [
        Entry(
            flow=row.flow,
            munitions=row.munitions,
            submunitions=row.submunitions,
            kind=WHOLE_STOCK if row.type_id is None else types.get(row.type_id, str(row.type_id)),
            when=row.about,
            is_running_total=row.is_running_total,
            ref=row,
        )
        for row in used
    ]
    book = ledger(entries, completed=completed, completed_on=completed_on)
    return Stock(country_id, tuple(rows), tuple(used), book, tuple(conflicts), completed)


def designations() -> dict[int, str]:
    """The designation of every munition type by primary key. One query."""
    return dict(MunitionType.objects.values_list("pk", "designation"))
