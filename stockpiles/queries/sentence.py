"""One sentence on a state's stocks, worked out from its records and never typed in."""

from __future__ import annotations

from editorial.rules.explained import shown
from stockpiles.rules.dated import in_words
from stockpiles.rules.deadline import NOT_KNOWN, DutyStanding
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.quantity import Quantity

from .dossier import Dossier


def lead_sentence(story: Dossier) -> str:
    """What a reader wants to know first. "" where nothing is on record.

    >>> lead_sentence(peru)
    "Peru declared 2,012 cluster munitions with 162,417 submunitions and completed their destruction on 15 December
    2023, 108 days before its deadline of 1 April 2024."
    """
    name = story.country.name
    declared = _declared(story)
    duty = story.destruction
    if not declared and duty is None:
        return ""
    subject = f"{name} declared {declared}" if declared else f"{name} {_of_unknown_size(story)}"
    if duty is None or duty.due is None:
        return f"{subject}."
    days = duty.outlook.value.words
    if duty.completion is not None:
        done = duty.completion.last_item_on
        when = f" {_preposition(done)} {in_words(duty.completion.done)}" if done else ""
        ends = {
            DutyStanding.MET_EARLY: f", {days.replace('early', 'before')} its deadline of {shown(duty.due)}",
            DutyStanding.MET_LATE: f", {days.replace('late', 'after')} its deadline of {shown(duty.due)}",
        }.get(duty.standing, f"; its deadline was {shown(duty.due)}")
        if days.startswith(("on the day", "before the Convention")):
            ends = f"; its deadline was {shown(duty.due)}"
        return f"{subject} and completed {'their' if declared else 'its'} destruction{when}{ends}."
    if duty.standing is DutyStanding.NOTHING_LEFT:
        return f"{subject}; by the records nothing is left to destroy."
    if duty.standing is DutyStanding.NOT_BOUND:
        return f"{subject}; the convention does not bind it on this day."
    if duty.standing is DutyStanding.DUE:
        return f"{subject}, to be destroyed by {shown(duty.due)} ({days})."
    if duty.standing in NOT_KNOWN:
        return f"{subject}; {duty.outlook.arithmetic}"
    return f"{subject}, to be destroyed by {shown(duty.due)} (overdue, {days})."


def _of_unknown_size(story: Dossier) -> str:
    """Mali says that it destroyed what it had in 1997; Tunisia is only said to have had some."""
    has_destroyed = (
        story.stock is not None and story.stock.has(Flow.DESTROYED) and not story.stock.has(Flow.OPENING)
    )
    return f"{'destroyed' if has_destroyed else 'is on record with'} stocks of unknown size"


def _declared(story: Dossier) -> str:
    if story.stock is None:
        return ""
    munitions = story.stock.quantity(Flow.OPENING, Unit.MUNITIONS)
    submunitions = story.stock.quantity(Flow.OPENING, Unit.SUBMUNITIONS)
    parts = []
    if _known(munitions):
        parts.append(f"{munitions} cluster munition{'' if munitions and munitions.value == 1 else 's'}")
    if _known(submunitions):
        parts.append(f"{submunitions} submunitions")
    return " with ".join(parts)


def _known(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.is_known


def _preposition(when: object) -> str:
    precision = getattr(when, "precision", "day")
    if getattr(when, "bound", ""):
        return ""
    return "on" if precision == "day" else "in"
