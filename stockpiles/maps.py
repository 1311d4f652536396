"""Where stocks are or were, and what is said of use and production, on the map of the world."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from countries.maps import MapClass, WorldMap, world_map
from editorial.installation import on_record
from stockpiles.queries.answers_of_states import StateAnswers
from stockpiles.queries.overview import Overview
from stockpiles.rules.activity_upshot import Upshot
from stockpiles.rules.deadline import MET, NOT_KNOWN, DutyStanding

DONE = MapClass("Stock destroyed", "met")
DUE = MapClass("Stock to be destroyed", "due-soon")
LATE = MapClass("Overdue", "overdue")
NOT_SAID = MapClass("Deadline passed, outcome not on record here", "deposited")
UNRECORDED = MapClass("No stock recorded here", "unknown")
OUTSIDE = MapClass("Not bound by the convention", "not-joined")
NONE_LEFT = MapClass("Nothing left by the records", "party")
LEGEND = (DONE, NONE_LEFT, DUE, LATE, NOT_SAID, OUTSIDE, UNRECORDED)

_CLASSES = {
    **dict.fromkeys(MET, DONE),
    **dict.fromkeys(NOT_KNOWN - {DutyStanding.UNRECORDED}, NOT_SAID),
    DutyStanding.NOTHING_LEFT: NONE_LEFT,
    DutyStanding.DUE: DUE,
    DutyStanding.OVERDUE: LATE,
    DutyStanding.NOT_BOUND: OUTSIDE,
}


def stock_map(view: Overview, csv_url: str) -> WorldMap:
    """Where stocks are or were, by what became of them; every other state as one of which nothing is recorded here."""
    rows = {row.country.iso3: row for row in view.rows if row.country.iso3}
    unrecorded = {country.iso3: country for country in view.unrecorded if country.iso3}
    duties = {duty.country.iso3: duty for duty in view.board.duties if duty.country.iso3}
    classes = {iso3: OUTSIDE if row.duty is None else UNRECORDED for iso3, row in rows.items()}
    classes |= dict.fromkeys(unrecorded, UNRECORDED)
    classes |= {iso3: _CLASSES[duty.standing] for iso3, duty in duties.items()}
    countries = {iso3: row.country for iso3, row in rows.items()} | unrecorded
    countries |= {iso3: duty.country for iso3, duty in duties.items()}
    used, page = set(classes.values()), reverse("stockpiles")
    return world_map(
        classes=classes,
        names={iso3: country.name for iso3, country in countries.items()},
        url_for=lambda iso3: f"{page}{countries[iso3].slug}/",
        legend=[one for one in LEGEND if one in used],
        table_url="#states",
        title="What is recorded here of stocks of cluster munitions",
        source=on_record("Figures and claims"),
        csv_url=csv_url,
        note="No stock recorded here says neither that a state holds stocks nor that it does not; its page tells what is "
        "said.",
    )


SAID_NOW = MapClass("Said to do so at the time of the newest source", "overdue")
SAID_ONCE = MapClass("Said to have done so", "due-soon")
ALLEGED = MapClass("Alleged", "deposited")
NOT_KNOWN_TO_SOURCE = MapClass("The source does not know", "unknown")
NOT_BELIEVED = MapClass("Not known or believed to have", "not-joined")
SAID_NOT = MapClass("Said not to have", "met")
_ANSWERS = {
    Upshot.NOW: SAID_NOW,
    Upshot.ONCE: SAID_ONCE,
    Upshot.ALLEGED: ALLEGED,
    Upshot.UNKNOWN: NOT_KNOWN_TO_SOURCE,
    Upshot.NOT_KNOWN: NOT_BELIEVED,
    Upshot.NO: SAID_NOT,
}


def answer_map(rows: Iterable[StateAnswers], title: str, anchor: str, csv_url: str) -> WorldMap:
    """What sources say of each state; of those without a colour the record holds nothing."""
    states = {row.country.iso3: row for row in rows if row.country.iso3}
    classes = {iso3: _ANSWERS[row.upshot] for iso3, row in states.items()}
    return world_map(
        classes=classes,
        names={iso3: row.country.name for iso3, row in states.items()},
        url_for=lambda iso3: f"#{states[iso3].country.slug}",
        legend=[one for one in _ANSWERS.values() if one in classes.values()],
        table_url="#states",
        title=f"{title} of cluster munitions, as sources answer",
        source=on_record("Claims"),
        csv_url=csv_url,
        note="A colour says what was said, by whomever; the list says by whom and when. States without a colour are "
        "those of which nothing is recorded here.",
    )
