"""How a standing looks: the chip beside its word."""

from __future__ import annotations

from stockpiles.queries.duty import Duty
from stockpiles.rules.deadline import DutyStanding

SOON_DAYS = 365

_KINDS = {
    DutyStanding.OVERDUE: "overdue",
    DutyStanding.OVERDUE_THEN: "unknown",
    DutyStanding.PASSED_UNDECIDED: "unknown",
    DutyStanding.NOT_ON_RECORD: "unknown",
    DutyStanding.MET_EARLY: "met",
    DutyStanding.MET_LATE: "due-soon",
    DutyStanding.MET_UNDATED: "met",
    DutyStanding.NOTHING_LEFT: "met",
    DutyStanding.NOT_BOUND: "neutral",
    DutyStanding.UNRECORDED: "unknown",
}


def chip_of(duty: Duty) -> str:
    """The kind of chip: what is due within a year stands out from what is due later."""
    if duty.standing is DutyStanding.DUE:
        left = duty.outlook.value.days_left
        return "due-soon" if left is not None and left <= SOON_DAYS else "neutral"
    return _KINDS[duty.standing]
