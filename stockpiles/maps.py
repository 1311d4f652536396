"""Where stocks are or were on the map of the world."""

from __future__ import annotations

from django.urls import reverse

from countries.maps import MapClass, WorldMap, world_map
from stockpiles.queries.overview import Overview
from stockpiles.rules.deadline import MET, NOT_KNOWN, DutyStanding

DONE = MapClass("Stock destroyed", "met")
DUE = MapClass("Stock to be destroyed", "due-soon")
LATE = MapClass("Overdue", "overdue")
NOT_SAID = MapClass("Deadline passed, outcome not on record here", "deposited")
UNRECORDED = MapClass("Nothing recorded here", "unknown")
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
    classes = dict.fromkeys(rows, OUTSIDE) | dict.fromkeys(unrecorded, UNRECORDED)
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
        source="Records of the CCM Monitor, each with its source",
        csv_url=csv_url,
        note="Nothing recorded here says neither that a state holds stocks nor that it does not.",
    )
