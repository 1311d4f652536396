"""The ledger of a stockpile: opening + found later + received − destroyed − retained − transferred = remaining.

What was destroyed out of what is retained lowers what is retained, and is not added to the destruction of the stock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from editorial.rules.explained import Explained

from .dated import Dated
from .destroyed_extent import Extent, destroyed_extent
from .difference import Difference, Finding, Verdict, differences_of
from .flow import ADDS, KEPT, TAKES, WHOLE_STOCK, Flow, Unit
from .quantity import NONE, UNKNOWN, Quantity, total

__all__ = [
    "ADDS",
    "TAKES",
    "WHOLE_STOCK",
    "Difference",
    "Entry",
    "Extent",
    "Finding",
    "Flow",
    "Ledger",
    "Line",
    "Unit",
    "Verdict",
    "ledger",
]

#: A munition type (or the whole stock) and the first and last day of a period.
Span = tuple[str, date, date]
BASIS = "Ledger rule of the Monitor"


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
    """One type and unit: every flow summed (None where nothing is on record) and what remains.

    ``extent`` says whether what was destroyed is the whole, or only the part that is on record; the quantity of a part
    is "at least" so many, and what remains then "at most".
    """

    kind: str
    unit: Unit
    flows: dict[Flow, Quantity | None]
    remaining: Explained[Quantity]
    extent: Explained[Extent]
    completed: bool = False

    @property
    def has_part_destroyed(self) -> bool:
        """Whether no total destroyed is on record, only a part of it or nothing."""
        return self.extent.value in (Extent.PART, Extent.NOT_ON_RECORD)

    @property
    def left_words(self) -> str:
        """What the records leave. Completion declared and no total destroyed on record: a gap in them, not a stock."""
        if self.completed and self.has_part_destroyed and self.remaining.value.value:
            return "not known"
        if (left := self.left_apart) is not None:
            return f"{left}, retained apart"
        return str(self.remaining.value)

    @property
    def slack(self) -> int:
        """How far rounded figures may lie off, together."""
        return sum(q.tolerance for q in self.flows.values() if q is not None)

    @property
    def left_apart(self) -> Quantity | None:
        """What is left in the other reading, in which what is retained was never part of the figures declared and
        destroyed. None unless only that reading comes out.
        """
        remaining = self.remaining.value
        if remaining.value is None or remaining.value >= -self.slack:
            return None
        apart = remaining + total(q for flow in KEPT if (q := self.flows[flow]) is not None)
        if apart.value is None or apart.value < -self.slack or (self.completed and apart.value > self.slack):
            return None
        return apart

    @property
    def held(self) -> Quantity | None:
        """What was declared, found later and received, together; None without an opening stock."""
        return None if self.opening is None else total(q for flow in ADDS if (q := self.flows[flow]) is not None)

    @property
    def opening(self) -> Quantity | None:
        return self.flows[Flow.OPENING]

    @property
    def destroyed(self) -> Quantity | None:
        return self.flows[Flow.DESTROYED]

    @property
    def retained(self) -> Quantity | None:
        """What is kept, less what of it was destroyed since."""
        return self.flows[Flow.RETAINED]

    @property
    def retained_destroyed(self) -> Quantity | None:
        return self.flows[Flow.RETAINED_DESTROYED]


@dataclass(frozen=True)
class Ledger:
    """All lines of one state, the whole stock first, with what does not fit."""

    lines: tuple[Line, ...]
    differences: tuple[Difference, ...]

    def line(self, unit: Unit, kind: str = WHOLE_STOCK) -> Line | None:
        return next((line for line in self.lines if (line.kind, line.unit) == (kind, unit)), None)


def ledger(entries: Iterable[Entry], *, completed: bool = False, completed_on: Dated | None = None) -> Ledger:
    """The ledger of one state from its preferred figures, per type and unit, with what does not come out listed.

    * The line of the whole stock takes the figure given for the whole; where only types are given, their sum.
      Where both are given for the same period and disagree, that is a difference and the whole prevails.
    * What was destroyed is the newest running total plus the periods after it, or all periods if there is none.
      Without a total, and short of the whole stock, it is only "at least" the sum of the periods.
    * Of what is retained, only the newest figure counts: it is a stock, not a flow. What was destroyed out of it
      afterwards lowers it.
    * An unknown part makes the remainder unknown; a rounded part makes it rounded, and only differences beyond
      the rounding are listed.

    ``completed`` says that the state has declared the last item destroyed, ``completed_on`` when that was: a total
    destroyed "so far" before that day is not the whole.
    """
    entries = tuple(entries)
    kinds = sorted({entry.kind for entry in entries} - {WHOLE_STOCK})
    lines: list[Line] = []
    found: list[Difference] = []
    for unit in Unit:
        for kind in (WHOLE_STOCK, *kinds):
            own = [e for e in entries if kind in (WHOLE_STOCK, e.kind)]
            done = completed and kind == WHOLE_STOCK
            line = _line(kind, unit, own, found, completed=done, completed_on=completed_on)
            if line is None:
                continue
            lines.append(line)
            whole = next((one for one in lines if (one.kind, one.unit) == (WHOLE_STOCK, unit)), line)
            found += differences_of(line, whole, completed=done)
    for entry in entries:
        if entry.submunitions.value and entry.munitions.value == 0:
            found.append(
                Difference(
                    Finding.SUBMUNITIONS_WITHOUT_MUNITIONS,
                    entry.kind,
                    Unit.SUBMUNITIONS,
                    f"{entry.submunitions} submunitions {entry.flow.value} in no munitions at all.",
                    f"{entry.flow.value} {entry.submunitions} in {entry.munitions}",
                )
            )
    return Ledger(tuple(lines), tuple(found))


def _line(
    kind: str,
    unit: Unit,
    entries: Sequence[Entry],
    found: list[Difference],
    *,
    completed: bool,
    completed_on: Dated | None,
) -> Line | None:
    flows = {flow: _sum_flow(flow, kind, unit, [e for e in entries if e.flow is flow], found) for flow in Flow}
    if all(quantity is None for quantity in flows.values()):
        return None
    flows[Flow.RETAINED] = _still_retained(flows[Flow.RETAINED], kind, unit, entries)
    opening = flows[Flow.OPENING]
    added = total(flows[flow] or NONE for flow in ADDS)
    extent = destroyed_extent(
        flows[Flow.DESTROYED],
        unit=unit,
        held=None if opening is None else added,
        retained=total(kept) if (kept := [q for flow in KEPT if (q := flows[flow]) is not None]) else None,
        has_total=any(_is_total(e, unit, completed_on if completed else None) for e in entries),
        completed=completed,
    )
    if extent.value is Extent.PART and (destroyed := flows[Flow.DESTROYED]) is not None:
        flows[Flow.DESTROYED] = destroyed.at_least()
    remaining = UNKNOWN if opening is None else added - total(flows[flow] or NONE for flow in TAKES)
    proof = Explained(remaining, BASIS, _inputs(flows), _words(unit, flows, remaining))
    return Line(kind, unit, flows, proof, extent, completed)


def _is_total(entry: Entry, unit: Unit, completed_on: Dated | None) -> bool:
    """Whether an entry gives all that was destroyed: what was destroyed so far, up to the completion or undated."""
    if entry.flow is not Flow.DESTROYED or not entry.is_running_total or not entry.of(unit).is_known:
        return False
    done = completed_on.earliest if completed_on is not None else None
    return done is None or _end(entry) >= done


def _still_retained(kept: Quantity | None, kind: str, unit: Unit, entries: Sequence[Entry]) -> Quantity | None:
    """The newest figure for what is retained, less what was destroyed out of it in periods that began after it."""
    if kept is None:
        return None
    newest = max(_end(e) for e in entries if e.flow is Flow.RETAINED)
    since = [e for e in entries if e.flow is Flow.RETAINED_DESTROYED and _start(e) > newest]
    return kept - _by_period(Flow.RETAINED_DESTROYED, kind, unit, since, []) if since else kept


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
    flow: Flow, kind: str, unit: Unit, entries: Sequence[Entry], found: list[Difference]
) -> Quantity | None:
    """What one flow comes to; None when no entry speaks of it."""
    if not entries:
        return None
    if flow is Flow.RETAINED:
        newest = max(_end(e) for e in entries)
        entries = [e for e in entries if _end(e) == newest]
    if flow is Flow.DESTROYED:
        return _destroyed(kind, unit, entries, found)
    if kind != WHOLE_STOCK or flow not in (Flow.OPENING, Flow.RETAINED):
        return _by_period(flow, kind, unit, entries, found)
    return _whole_or_types(flow, kind, unit, entries, found)


def _destroyed(kind: str, unit: Unit, entries: Sequence[Entry], found: list[Difference]) -> Quantity:
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
                Difference(
                    Finding.PERIODS_EXCEED_TOTAL,
                    kind,
                    unit,
                    f"The periods add up to {known} {unit.value} destroyed, the total given for them is {so_far}.",
                    f"periods {known}; total {so_far}",
                )
            )
    return so_far + _by_period(Flow.DESTROYED, kind, unit, after, found) if after else so_far


def _outermost(kind: str, unit: Unit, entries: Sequence[Entry], found: list[Difference]) -> list[Entry]:
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
                Difference(
                    Finding.PERIODS_EXCEED_TOTAL,
                    kind,
                    unit,
                    f"The periods add up to {summed} {unit.value} destroyed, the total given for them is {whole}.",
                    f"periods {summed}; total {whole}",
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


def _by_period(flow: Flow, kind: str, unit: Unit, entries: Sequence[Entry], found: list[Difference]) -> Quantity:
    if flow in (Flow.DESTROYED, Flow.RETAINED_DESTROYED):
        entries = _outermost(kind, unit, entries, found)
    periods: dict[tuple[date, date], list[Entry]] = defaultdict(list)
    for entry in entries:
        periods[_start(entry), _end(entry)].append(entry)
    return total(_whole_or_types(flow, kind, unit, group, found) for group in periods.values())


def _whole_or_types(
    flow: Flow, kind: str, unit: Unit, entries: Sequence[Entry], found: list[Difference]
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
                Difference(
                    Finding.TYPES_DO_NOT_ADD_UP,
                    kind,
                    unit,
                    f"{flow.value.capitalize()}: the types add up to {of_types} {unit.value}, "
                    f"the figure for the whole stock is {of_whole}.",
                    f"{flow.value}: types {of_types}; whole {of_whole}",
                )
            )
    return of_whole


def _start(entry: Entry) -> date:
    return (entry.when.earliest if entry.when else None) or date.min


def _end(entry: Entry) -> date:
    return (entry.when.latest if entry.when else None) or date.max
