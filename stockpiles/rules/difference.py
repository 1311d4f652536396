"""What does not come out in a ledger, and whether that is a contradiction, a question of definition, or a gap."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editorial.rules.worded import Worded

from .flow import Flow, Unit
from .line import LedgerLine
from .quantity import NONE, Quantity, total


class DifferenceKind(Worded):
    """What may be wrong with a ledger."""

    MORE_GONE_THAN_HELD = "more_gone_than_held", "More is gone than was held"
    # declared and destroyed alike, and what is retained listed beside them
    RETAINED_APART = "retained_apart", "What is retained is listed apart"
    RETAINED_EXCEEDED = "retained_exceeded", "More retained destroyed than was retained"
    PERIODS_EXCEED_TOTAL = "periods_exceed_total", "The periods add up to more than their total"
    TYPES_DO_NOT_ADD_UP = "types_do_not_add_up", "The types do not add up to the whole"
    SUBMUNITIONS_WITHOUT_MUNITIONS = "submunitions_without_munitions", "Submunitions in no munitions"
    COMPLETE_BUT_UNACCOUNTED = "complete_but_unaccounted", "A remainder after completion"
    RECORDS_INCOMPLETE = "records_incomplete", "No total destroyed is on record"
    NO_OPENING = "no_opening", "Destroyed without an opening stock"


class Verdict(StrEnum):
    """What a finding may be called. The word "contradiction" is kept for what no reading can make agree."""

    CONTRADICTION = "Contradiction"
    UNACCOUNTED = "Not accounted for"  # figures of different sources leave a remainder
    COUNTED_DIFFERENTLY = "Counted differently"  # the figures agree in one reading of what each of them includes
    GAP = "Gap"  # something is missing, nothing disagrees


_VERDICTS = {
    DifferenceKind.RETAINED_APART: Verdict.COUNTED_DIFFERENTLY,
    DifferenceKind.COMPLETE_BUT_UNACCOUNTED: Verdict.UNACCOUNTED,
    DifferenceKind.RECORDS_INCOMPLETE: Verdict.GAP,
    DifferenceKind.NO_OPENING: Verdict.GAP,  # Georgia destroyed 844 bombs: what it had is not on record
}


@dataclass(frozen=True)
class Difference:
    """Something in the figures of one type and unit that does not come out.

    words    the numbers and the arithmetic, for readers
    figures  the numbers alone: a difference that an editor settled stays settled as long as these stay the same
    """

    finding: DifferenceKind
    kind: str
    unit: Unit
    words: str
    figures: str

    @property
    def verdict(self) -> Verdict:
        return _VERDICTS.get(self.finding, Verdict.CONTRADICTION)

    @property
    def is_gap(self) -> bool:
        """Whether something is merely missing, rather than wrong."""
        return self.verdict is Verdict.GAP

    @property
    def waits_for_an_editor(self) -> bool:
        """Whether the figures disagree in every reading, so that somebody has to look."""
        return self.verdict in (Verdict.CONTRADICTION, Verdict.UNACCOUNTED)


def differences_of(line: LedgerLine, whole: LedgerLine, *, completed: bool) -> list[Difference]:
    """What does not come out in one line of a ledger; ``whole`` is the line of the whole stock in the same unit.

    Where more is gone than was held, there is another reading: what is retained was never part of the figures
    declared and destroyed. If the stock comes out in that reading, the sources count differently, which is no
    contradiction: Belgium declared 115,210, destroyed 115,210, and lists 186 retained apart.
    """
    found: list[Difference] = []

    def add(finding: DifferenceKind, words: str) -> None:
        found.append(Difference(finding, line.kind, line.unit, words, figures_of(line)))

    unit, gone = line.unit.value, line.destroyed
    if line.opening is None and whole.opening is None and gone is not None and gone.value:
        add(
            DifferenceKind.NO_OPENING,
            f"{str(gone).capitalize()} {unit} destroyed, but no opening stock is on record.",
        )
    if line.retained is not None and line.retained.value is not None and line.retained.value < 0:
        used_up = line.flows[Flow.RETAINED_DESTROYED]
        add(
            DifferenceKind.RETAINED_EXCEEDED,
            f"{used_up} {unit} destroyed out of what was retained are {-line.retained.value:,} more than were retained.",
        )
    remaining = line.remaining.value
    if remaining.value is None:
        return found
    if remaining.value < -line.slack and not remaining.is_partial:
        if line.left_apart is not None:
            add(DifferenceKind.RETAINED_APART, _counted_apart(line))
        else:
            add(
                DifferenceKind.MORE_GONE_THAN_HELD,
                f"More is gone than was held, by {-remaining.value:,} {unit}: {line.remaining.arithmetic}",
            )
    elif completed and remaining.value > line.slack and line.has_part_destroyed:
        add(DifferenceKind.RECORDS_INCOMPLETE, line.extent.arithmetic)
    elif completed and remaining.value > line.slack and remaining.bound != "at most":
        add(
            DifferenceKind.COMPLETE_BUT_UNACCOUNTED,
            f"Completion was declared, but the records leave {remaining} {unit} unaccounted for: "
            f"{line.remaining.arithmetic}",
        )
    return found


def figures_of(line: LedgerLine) -> str:
    """The numbers of a line that are on record, to the last digit: "opening 6,905; destroyed 6,862; retained 6"."""
    return "; ".join(f"{flow.value} {exactly(q)}" for flow, q in line.flows.items() if q is not None)


def exactly(quantity: Quantity) -> str:
    """A number as it is stored, a rounded one with all its digits."""
    if quantity.value is None:
        return "unknown"
    words = (quantity.bound, "about" if quantity.is_rounded else "", f"{quantity.value:,}")
    return " ".join(word for word in words if word)


def _counted_apart(line: LedgerLine) -> str:
    """The figures beside each other, and how they come out where what is retained is not part of them."""
    held, gone = line.held or NONE, line.destroyed or NONE
    kept, used_up = line.retained, line.retained_destroyed
    if held == gone:
        words = f"Declared and destroyed are given alike, {held} {line.unit.value}, and"
    else:
        words = f"{held} {line.unit.value} declared and {gone} destroyed are given, and"
    if used_up is None:
        words += f" {kept} retained are listed apart"
    else:
        first = total(q for q in (kept, used_up) if q is not None)
        words += f" {first} retained are listed apart, of which {used_up} were destroyed later"
    moved = line.flows[Flow.TRANSFERRED]
    less = f"{held} − {gone}" + (f" − {moved} transferred" if moved is not None else "")
    return f"{words}: {less} = {line.left_apart} without what is retained; {line.remaining.arithmetic}"
