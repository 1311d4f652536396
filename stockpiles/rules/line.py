"""One line of a ledger: one type and unit, every flow summed, and what remains."""

from __future__ import annotations

from dataclasses import dataclass

from editorial.rules.explained import Explained

from .destroyed_extent import DestroyedExtent
from .flow import ADDS, KEPT, Flow, Unit
from .quantity import Quantity, total


@dataclass(frozen=True)
class LedgerLine:
    """One type and unit: every flow summed (None where nothing is on record) and what remains.

    ``extent`` says whether what was destroyed is the whole, or only the part that is on record; the quantity of a part
    is "at least" so many, and what remains then "at most".
    """

    kind: str
    unit: Unit
    flows: dict[Flow, Quantity | None]
    remaining: Explained[Quantity]
    extent: Explained[DestroyedExtent]
    completed: bool = False

    @property
    def has_part_destroyed(self) -> bool:
        """Whether no total destroyed is on record, only a part of it or nothing."""
        return self.extent.value in (DestroyedExtent.PART, DestroyedExtent.NOT_ON_RECORD)

    @property
    def left_words(self) -> str:
        """What the records leave. Completion declared and no total destroyed on record: a gap in them, not a stock."""
        if self.completed and self.has_part_destroyed and self.remaining.value.value:
            return "not known"
        if (left := self.left_apart) is not None:
            return f"{left}, retained apart"
        if (value := self.remaining.value.value) is not None and value < 0 and value >= -self.slack:
            return "0, within the rounding"
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
    def is_known(self) -> bool:
        """Whether any of its sums is a number."""
        return any(q is not None and q.is_known for q in self.flows.values())

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
