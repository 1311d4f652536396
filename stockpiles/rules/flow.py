"""What is counted, and what a figure does to a stock."""

from __future__ import annotations

from enum import StrEnum


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
    RETAINED_DESTROYED = "retained, later destroyed"  # out of what was kept: it lowers that, not the stock
    TRANSFERRED = "transferred"  # handed to another state, Article 3(7)
    REMAINING = "remaining"  # said to be left on a day: the ledger works out its own, and takes nothing from it


ADDS = (Flow.OPENING, Flow.FOUND, Flow.RECEIVED)
TAKES = (Flow.DESTROYED, Flow.RETAINED, Flow.RETAINED_DESTROYED, Flow.TRANSFERRED)
#: What a line of the ledger has room for.
IN_LEDGER: tuple[Flow, ...] = tuple(flow for flow in Flow if flow is not Flow.REMAINING)
KEPT = (Flow.RETAINED, Flow.RETAINED_DESTROYED)

#: The kind of an entry or a line that speaks of no single munition type.
WHOLE_STOCK = ""
