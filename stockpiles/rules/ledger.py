"""The ledger of a stockpile: opening + found later + received − destroyed − retained − transferred = remaining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from editorial.rules.explained import Explained

from .dated import Dated
from .quantity import NONE, UNKNOWN, Quantity, total

#: A munition type (or the whole stock) and the first and last day of a period.
Span = tuple[str, date, date]
BASIS = "Ledger rule of the Monitor"
WHOLE_STOCK = ""


class Unit(StrEnum):
    """What is counted. A munition and the submunitions inside it are never added together."""

    MUNITIONS = "munitions"
    SUBMUNITIONS = "submunitions"


class Flow(StrEnum):
    """What an entry does to the stock."""

    OPENING = "opening"  # declared to begin with
    FOUND = "found"  # discovered after the declaration
    RECEIVED = "received"  # handed over by another state
    DESTROYED = "destroyed"
    RETAINED = "retained"  # kept for training and research, Article 3(6)
    TRANSFERRED = "transferred"  # handed to another state, Article 3(7)


ADDS = (Flow.OPENING, Flow.FOUND, Flow.RECEIVED)
TAKES = (Flow.DESTROYED, Flow.RETAINED, Flow.TRANSFERRED)


class Finding(StrEnum):
    """What may be wrong with a ledger."""

    MORE_GONE_THAN_HELD = "more_gone_than_held"
    RETAINED_NOT_IN_STOCK = "retained_not_in_stock"
    PERIODS_EXCEED_TOTAL = "periods_exceed_total"
    TYPES_DO_NOT_ADD_UP = "types_do_not_add_up"
    SUBMUNITIONS_WITHOUT_MUNITIONS = "submunitions_without_munitions"
    COMPLETE_BUT_UNACCOUNTED = "complete_but_unaccounted"
    RECORDS_INCOMPLETE = "records_incomplete"  # a gap, not a contradiction: no total destroyed is on record
    NO_OPENING = "no_opening"


@dataclass(frozen=True)
class Contradiction:
    """Two statements of the records that cannot both hold; ``words`` names the numbers."""

    finding: Finding
    kind: str
    unit: Unit
    words: str

    @property
    def is_gap(self) -> bool:
        """Whether something is merely missing, rather than wrong."""
        return self.finding is Finding.RECORDS_INCOMPLETE


@dataclass(frozen=True)
class Entry:
    """One figure that moves the stock.

    kind              the munition type, or WHOLE_STOCK
    when              the period or day; the year for what is retained
    is_running_total  destroyed so far, up to the end of ``when``, rather than within it
    ref               whatever leads back to the record (not read here)
    """

    flow: Flow
    munitions: Quantity
    submunitions: Quantity
    kind: str = WHOLE_STOCK
    when: Dated | None = None
    is_running_total: bool = False
    ref: object = None

    def of(self, unit: Unit) -> Quantity:
        return self.munitions if unit is Unit.MUNITIONS else self.submunitions


@dataclass(frozen=True)
class Line:
    """One type and unit: every flow summed (None where nothing is on record) and what remains."""

    kind: str
    unit: Unit
    flows: dict[Flow, Quantity | None]
    remaining: Explained[Quantity]
    has_total_destroyed: bool = False

    @property
    def opening(self) -> Quantity | None:
        return self.flows[Flow.OPENING]

    @property
    def destroyed(self) -> Quantity | None:
        return self.flows[Flow.DESTROYED]

    @property
    def retained(self) -> Quantity | None:
        return self.flows[Flow.RETAINED]


@dataclass(frozen=True)
class Ledger:
    """All lines of one state, the whole stock first, with what does not fit."""

    lines: tuple[Line, ...]
    contradictions: tuple[Contradiction, ...]

    def line(self, unit: Unit, kind: str = WHOLE_STOCK) -> Line | None:
        return next((line for line in self.lines if (line.kind, line.unit) == (kind, unit)), None)


def ledger(entries: Iterable[Entry], *, completed: bool = False) -> Ledger:
    """The ledger of one state from its preferred figures, per type and unit, with contradictions listed.

    * The line of the whole stock takes the figure given for the whole; where only types are given, their sum.
      Where both are given for the same period and disagree, that is a contradiction and the whole prevails.
    * What was destroyed is the newest running total plus the periods after it, or all periods if there is none.
    * Of what is retained, only the newest figure counts: it is a stock, not a flow.
    * An unknown part makes the remainder unknown; a rounded part makes it rounded, and only differences beyond
      the rounding are called contradictions.

    ``completed`` says that the state has declared the last item destroyed.
    """
    entries = tuple(entries)
    kinds = sorted({entry.kind for entry in entries} - {WHOLE_STOCK})
    lines: list[Line] = []
    found: list[Contradiction] = []
    for unit in Unit:
        for kind in (WHOLE_STOCK, *kinds):
            own = [e for e in entries if kind in (WHOLE_STOCK, e.kind)]
            line = _line(kind, unit, own, found)
            if line is None:
                continue
            lines.append(line)
            whole = next((one for one in lines if (one.kind, one.unit) == (WHOLE_STOCK, unit)), line)
            _check_remainder(line, whole, found, completed=completed and kind == WHOLE_STOCK)
    for entry in entries:
        if entry.submunitions.value and entry.munitions.value == 0:
            found.append(
                Contradiction(
                    Finding.SUBMUNITIONS_WITHOUT_MUNITIONS,
                    entry.kind,
                    Unit.SUBMUNITIONS,
                    f"{entry.submunitions} submunitions {entry.flow.value} in no munitions at all.",
                )
            )
    return Ledger(tuple(lines), tuple(found))


def _line(kind: str, unit: Unit, entries: Sequence[Entry], found: list[Contradiction]) -> Line | None:
    flows = {flow: _sum_flow(flow, kind, unit, [e for e in entries if e.flow is flow], found) for flow in Flow}
    if all(quantity is None for quantity in flows.values()):
        return None
    opening = flows[Flow.OPENING]
    if opening is None:
        remaining = UNKNOWN
    else:
        taken = total(flows[flow] or NONE for flow in TAKES)
        added = total(flows[flow] or NONE for flow in ADDS)
        remaining = (
            Quantity(added.value - taken.value, added.is_rounded or taken.is_rounded)
            if added.value is not None and taken.value is not None
            else UNKNOWN
        )
    proof = Explained(remaining, BASIS, _inputs(flows), _words(unit, flows, remaining))
    has_total = any(e.is_running_total and e.of(unit).is_known for e in entries)
    return Line(kind, unit, flows, proof, has_total)


def _inputs(flows: dict[Flow, Quantity | None]) -> tuple[tuple[str, object], ...]:
    return tuple((flow.value, "not on record" if q is None else str(q)) for flow, q in flows.items())


def _words(unit: Unit, flows: dict[Flow, Quantity | None], remaining: Quantity) -> str:
    opening = flows[Flow.OPENING]
    if opening is None:
        return f"No opening stock of {unit.value} is on record, so what remains is unknown."
    unknown = [flow.value for flow, quantity in flows.items() if quantity is not None and not quantity.is_known]
    if unknown:
        return f"Unknown, because a figure is unknown: {', '.join(unknown)}."
    parts = [f"{opening} {unit.value} declared"]
    parts += [f"+ {flows[flow]} {flow.value}" for flow in ADDS[1:] if flows[flow] is not None]
    parts += [f"− {flows[flow]} {flow.value}" for flow in TAKES if flows[flow] is not None]
    return f"{' '.join(parts)} = {remaining}."


def _sum_flow(
    flow: Flow, kind: str, unit: Unit, entries: Sequence[Entry], found: list[Contradiction]
) -> Quantity | None:
    """What one flow comes to; None when no entry speaks of it."""
    if not entries:
        return None
    if flow is Flow.RETAINED:
        newest = max(_end(e) for e in entries)
        entries = [e for e in entries if _end(e) == newest]
    if flow is Flow.DESTROYED:
        return _destroyed(kind, unit, entries, found)
    if kind != WHOLE_STOCK or flow in (Flow.FOUND, Flow.RECEIVED, Flow.TRANSFERRED):
        return _by_period(flow, kind, unit, entries, found)
    return _whole_or_types(flow, kind, unit, entries, found)


def _destroyed(kind: str, unit: Unit, entries: Sequence[Entry], found: list[Contradiction]) -> Quantity:
    running = [e for e in entries if e.is_running_total]
    periods = [e for e in entries if not e.is_running_total]
    if not running:
        return _by_period(Flow.DESTROYED, kind, unit, periods, found)
    until = max(_end(e) for e in running)
    so_far = _whole_or_types(Flow.DESTROYED, kind, unit, [e for e in running if _end(e) == until], found)
    inside = [e for e in periods if _start(e) <= until]
    after = [e for e in periods if _start(e) > until]
    if not so_far.is_known:
        # A total that gives only the other unit says nothing here: the periods do.
        return _by_period(Flow.DESTROYED, kind, unit, periods, found) if periods else UNKNOWN
    known = _by_period(Flow.DESTROYED, kind, unit, [e for e in inside if e.of(unit).is_known], found)
    if known.value is not None and so_far.value is not None:
        slack = known.tolerance + so_far.tolerance
        if known.value - so_far.value > slack:
            found.append(
                Contradiction(
                    Finding.PERIODS_EXCEED_TOTAL,
                    kind,
                    unit,
                    f"The periods add up to {known} {unit.value} destroyed, the total given for them is {so_far}.",
                )
            )
    return so_far + _by_period(Flow.DESTROYED, kind, unit, after, found) if after else so_far


def _outermost(kind: str, unit: Unit, entries: Sequence[Entry], found: list[Contradiction]) -> list[Entry]:
    """Entries without those that lie inside a longer period of the same kind, or of the whole stock.

    The months February to May 2022 are part of the year 2022 and do not count again. Parts that add up to more
    than their whole are a contradiction.
    """
    groups: dict[Span, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.kind, _start(entry), _end(entry)].append(entry)
    kept: list[Entry] = []
    inside: dict[Span, list[Entry]] = defaultdict(list)
    for span, group in groups.items():
        around = [other for other in groups if _contains(other, span)]
        if around:
            inside[min(around, key=lambda other: (_days(other), other))].extend(group)
        else:
            kept.extend(group)
    for span, parts in inside.items():
        whole = total(e.of(unit) for e in groups[span])
        summed = total(q for q in (p.of(unit) for p in parts) if q.is_known)
        if whole.value is None or summed.value is None:
            continue
        if summed.value - whole.value > summed.tolerance + whole.tolerance:
            found.append(
                Contradiction(
                    Finding.PERIODS_EXCEED_TOTAL,
                    kind,
                    unit,
                    f"The periods add up to {summed} {unit.value} destroyed, the total given for them is {whole}.",
                )
            )
    return kept


def _contains(outer: Span, inner: Span) -> bool:
    """Whether a period lies within a longer one that counts the same things."""
    return (
        outer[0] in (WHOLE_STOCK, inner[0])
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and _days(outer) > _days(inner)
    )


def _days(span: Span) -> int:
    return (span[2] - span[1]).days


def _by_period(
    flow: Flow, kind: str, unit: Unit, entries: Sequence[Entry], found: list[Contradiction]
) -> Quantity:
    if flow is Flow.DESTROYED:
        entries = _outermost(kind, unit, entries, found)
    periods: dict[tuple[date, date], list[Entry]] = defaultdict(list)
    for entry in entries:
        periods[_start(entry), _end(entry)].append(entry)
    return total(_whole_or_types(flow, kind, unit, group, found) for group in periods.values())


def _whole_or_types(
    flow: Flow, kind: str, unit: Unit, entries: Sequence[Entry], found: list[Contradiction]
) -> Quantity:
    """One figure out of those for the whole and those by type: the whole where it is known, else the types."""
    whole = [e.of(unit) for e in entries if e.kind == WHOLE_STOCK]
    types = [e.of(unit) for e in entries if e.kind != WHOLE_STOCK]
    if kind != WHOLE_STOCK or not whole:
        return total(types)
    of_whole, of_types = total(whole), total(types)
    if not types:
        return of_whole
    if not of_whole.is_known:
        return of_types
    if of_types.value is not None and of_whole.value is not None:
        slack = of_whole.tolerance + of_types.tolerance
        if abs(of_types.value - of_whole.value) > slack:
            found.append(
                Contradiction(
                    Finding.TYPES_DO_NOT_ADD_UP,
                    kind,
                    unit,
                    f"{flow.value.capitalize()}: the types add up to {of_types} {unit.value}, "
                    f"the figure for the whole stock is {of_whole}.",
                )
            )
    return of_whole


def _check_remainder(line: Line, whole: Line, found: list[Contradiction], *, completed: bool) -> None:
    def add(finding: Finding, words: str) -> None:
        found.append(Contradiction(finding, line.kind, line.unit, words))

    remaining, opening, retained = line.remaining.value, line.opening, line.retained
    gone = line.destroyed
    if opening is None and whole.opening is None and gone is not None and gone.value:
        add(Finding.NO_OPENING, f"{gone} {line.unit.value} destroyed, but no opening stock is on record.")
    if remaining.value is None:
        return
    slack = sum(q.tolerance for q in line.flows.values() if q is not None)
    kept = retained.value if retained is not None and retained.value is not None else 0
    if remaining.value < -slack:
        if remaining.value + kept >= -slack:
            add(
                Finding.RETAINED_NOT_IN_STOCK,
                f"Destroyed and retained together exceed what was held by {-remaining.value:,} {line.unit.value}: "
                f"{line.remaining.arithmetic}",
            )
        else:
            add(
                Finding.MORE_GONE_THAN_HELD,
                f"More is gone than was held, by {-remaining.value:,} {line.unit.value}: "
                f"{line.remaining.arithmetic}",
            )
    elif completed and remaining.value > slack and not line.has_total_destroyed:
        add(
            Finding.RECORDS_INCOMPLETE,
            f"Completion was declared; no total of {line.unit.value} destroyed is on record, and the periods account "
            f"for {gone or 'none'} of {opening}.",
        )
    elif completed and remaining.value > slack:
        add(
            Finding.COMPLETE_BUT_UNACCOUNTED,
            f"Completion was declared, but the records leave {remaining} {line.unit.value} unaccounted for: "
            f"{line.remaining.arithmetic}",
        )


def _start(entry: Entry) -> date:
    return (entry.when.earliest if entry.when else None) or date.min


def _end(entry: Entry) -> date:
    return (entry.when.latest if entry.when else None) or date.max
