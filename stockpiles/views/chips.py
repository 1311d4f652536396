"""How a standing looks: the chip beside its word."""

from __future__ import annotations

from stockpiles.queries.duty import Duty
from stockpiles.rules.deadline import Standing

SOON_DAYS = 365

_KINDS = {
    Standing.OVERDUE: "overdue",
    Standing.OVERDUE_THEN: "unknown",
    Standing.PASSED_UNDECIDED: "unknown",
    Standing.NOT_ON_RECORD: "unknown",
    Standing.MET_EARLY: "met",
    Standing.MET_LATE: "due-soon",
    Standing.MET_UNDATED: "met",
    Standing.NOTHING_LEFT: "met",
    Standing.NOT_BOUND: "neutral",
    Standing.UNRECORDED: "unknown",
}


def chip_of(duty: Duty) -> str:
    """The kind of chip: what is due within a year stands out from what is due later."""
    if duty.standing is Standing.DUE:
        left = duty.outlook.value.days_left
        return "due-soon" if left is not None and left <= SOON_DAYS else "neutral"
    return _KINDS[duty.standing]
