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


ADDS = (Flow.OPENING, Flow.FOUND, Flow.RECEIVED)
TAKES = (Flow.DESTROYED, Flow.RETAINED, Flow.RETAINED_DESTROYED, Flow.TRANSFERRED)
KEPT = (Flow.RETAINED, Flow.RETAINED_DESTROYED)

#: The kind of an entry or a line that speaks of no single munition type.
WHOLE_STOCK = ""
