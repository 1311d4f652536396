"""How a standing looks: the chip beside its word."""

from __future__ import annotations

from stockpiles.queries.duty import Duty
from stockpiles.rules.deadline import MET, NOT_KNOWN, DutyStanding

SOON_DAYS = 365

_KINDS = {
    **dict.fromkeys(NOT_KNOWN, "unknown"),
    **dict.fromkeys(MET | {DutyStanding.NOTHING_LEFT}, "met"),
    DutyStanding.MET_LATE: "due-soon",
    DutyStanding.OVERDUE: "overdue",
    DutyStanding.NOT_BOUND: "neutral",
}


def chip_of(duty: Duty) -> str:
    """The kind of chip: what is due within a year stands out from what is due later."""
    if duty.standing is DutyStanding.DUE:
        left = duty.outlook.value.days_left
        return "due-soon" if left is not None and left <= SOON_DAYS else "neutral"
    return _KINDS[duty.standing]
