"""The ledger of a stockpile: opening + found later + received − destroyed − retained − transferred = remaining.

What was destroyed out of what is retained lowers what is retained, and is not added to the destruction of the stock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editorial.rules.explained import Explained

from .dated import Dated
from .destroyed_extent import DestroyedExtent, destroyed_extent
from .difference import Difference, DifferenceKind, differences_of
from .figure import Figure, end
from .flow import ADDS, IN_LEDGER, KEPT, TAKES, WHOLE_STOCK, Flow, Unit
from .flow_sums import FlowSums
from .line import LedgerLine
from .quantity import NONE, UNKNOWN, Quantity, total

BASIS = "Ledger rule of the Monitor"


@dataclass(frozen=True)
class Ledger:
    """All lines of one state, the whole stock first, with what does not fit."""

    lines: tuple[LedgerLine, ...]
    differences: tuple[Difference, ...]

    def line(self, unit: Unit, kind: str = WHOLE_STOCK) -> LedgerLine | None:
        return next((line for line in self.lines if (line.kind, line.unit) == (kind, unit)), None)

    @property
    def lines_shown(self) -> list[LedgerLine]:
        """The whole stock and every type of which a number is known."""
        return [line for line in self.lines if line.kind == WHOLE_STOCK or line.is_known]


def ledger(figures: Iterable[Figure], *, completed: bool = False, completed_on: Dated | None = None) -> Ledger:
    """The ledger of one state from its preferred figures, per type and unit, with what does not come out listed.

    * The line of the whole stock takes the figure given for the whole; where only types are given, their sum.
      Where both are given for the same period and disagree, that is a difference and the whole prevails.
    * What was destroyed is the newest running total plus the periods after it, or all periods if there is none.
      Without a total, and short of the whole stock, it is only "at least" the sum of the periods.
    * Of what is retained, only the newest figure counts: it is a stock, not a flow. What was destroyed out of it
      afterwards lowers it.
    * What a source says to remain is not part of it: what remains is worked out, and both can be read side by side.
    * An unknown part makes the remainder unknown; a rounded part makes it rounded, and only differences beyond
      the rounding are listed.

    ``completed`` says that the state has declared the last item destroyed, ``completed_on`` when that was: a total
    destroyed "so far" before that day is not the whole.
    """
    figures = tuple(one for one in figures if one.flow in IN_LEDGER)
    kinds = sorted({one.designation for one in figures} - {WHOLE_STOCK})
    lines: list[LedgerLine] = []
    found: list[Difference] = []
    for unit in Unit:
        whole: LedgerLine | None = None
        for kind in (WHOLE_STOCK, *kinds):
            sums = FlowSums(kind, unit)
            own = [one for one in figures if kind in (WHOLE_STOCK, one.designation)]
            done = completed and kind == WHOLE_STOCK
            line = _line(sums, own, completed=done, completed_on=completed_on)
            found += sums.found
            if line is not None:
                whole = whole or line
                lines.append(line)
                found += differences_of(line, whole, completed=done)
    found += [_loaded_without_munitions(one) for one in figures if _is_loaded_without_munitions(one)]
    return Ledger(tuple(lines), tuple(found))


def _line(
    sums: FlowSums, figures: Sequence[Figure], *, completed: bool, completed_on: Dated | None
) -> LedgerLine | None:
    by_flow: dict[Flow, list[Figure]] = defaultdict(list)
    for one in figures:
        by_flow[one.flow].append(one)
    flows = {flow: sums.of(flow, by_flow) for flow in IN_LEDGER}
    if all(quantity is None for quantity in flows.values()):
        return None
    opening = flows[Flow.OPENING]
    added = total(flows[flow] or NONE for flow in ADDS)
    extent = destroyed_extent(
        flows[Flow.DESTROYED],
        unit=sums.unit,
        held=None if opening is None else added,
        retained=total(kept) if (kept := [q for flow in KEPT if (q := flows[flow]) is not None]) else None,
        has_total=any(
            _is_total(one, sums.unit, completed_on if completed else None) for one in by_flow[Flow.DESTROYED]
        ),
        completed=completed,
    )
    if extent.value is DestroyedExtent.PART and (destroyed := flows[Flow.DESTROYED]) is not None:
        flows[Flow.DESTROYED] = destroyed.at_least()
    remaining = UNKNOWN if opening is None else added - total(flows[flow] or NONE for flow in TAKES)
    inputs = tuple((flow.value, "not on record" if q is None else str(q)) for flow, q in flows.items())
    proof = Explained(remaining, BASIS, inputs, _words(sums.unit, flows, remaining))
    return LedgerLine(sums.kind, sums.unit, flows, proof, extent, completed)


def _is_total(figure: Figure, unit: Unit, completed_on: Dated | None) -> bool:
    """Whether a figure gives all that was destroyed: what was destroyed so far, up to the completion or undated.

    "Over 573,000" is what was destroyed at least: no total.
    """
    said = figure.quantity(unit)
    if not figure.is_running_total or not said.is_known or said.is_partial:
        return False
    done = completed_on.earliest if completed_on is not None else None
    return done is None or end(figure) >= done


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


def _is_loaded_without_munitions(figure: Figure) -> bool:
    return bool(figure.quantity(Unit.SUBMUNITIONS).value) and figure.quantity(Unit.MUNITIONS).value == 0


def _loaded_without_munitions(figure: Figure) -> Difference:
    inside, munitions = figure.quantity(Unit.SUBMUNITIONS), figure.quantity(Unit.MUNITIONS)
    return Difference(
        DifferenceKind.SUBMUNITIONS_WITHOUT_MUNITIONS,
        figure.designation,
        Unit.SUBMUNITIONS,
        f"{inside} submunitions {figure.flow.value} in no munitions at all.",
        f"{figure.flow.value} {inside} in {munitions}",
    )
