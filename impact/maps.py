"""Contamination and casualties on the map of the world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from countries.maps import MapClass, WorldMap, world_map
from countries.models import Country
from editorial.installation import on_record
from editorial.queries.shown import ShownRecord
from impact.models import CasualtyFigure
from impact.queries.contamination import StateContamination
from impact.rules.contamination_upshot import ContaminationUpshot

_CONTAMINATION = {
    ContaminationUpshot.AGAIN: MapClass("Contaminated again after a completion", "due-soon"),
    ContaminationUpshot.CONTAMINATED: MapClass("Said to be contaminated", "overdue"),
    ContaminationUpshot.DIFFER: MapClass("Sources differ", "deposited"),
    ContaminationUpshot.PERHAPS: MapClass("Suspected or unclear", "unknown"),
    ContaminationUpshot.CLEARED: MapClass("Said to be cleared", "met"),
    ContaminationUpshot.NONE: MapClass("Said to have none", "not-joined"),
}
IN_A_PART = MapClass("Said to be contaminated, in a part that the source names", "withdrawn")
NUMBERED = MapClass("A number is on record", "overdue")
UNNUMBERED = MapClass("Recorded, number not given", "unknown")
NONE_COUNTED = MapClass("A source counted none in its period", "met")


def contamination_map(rows: Iterable[StateContamination], csv_url: str) -> WorldMap:
    """What sources say of each state; of those without a colour the record holds nothing."""
    states = {row.country.iso3: row for row in rows if row.country.iso3}
    classes = {iso3: IN_A_PART if row.only_in else _CONTAMINATION[row.upshot] for iso3, row in states.items()}
    return world_map(
        classes=classes,
        names={iso3: row.country.name for iso3, row in states.items()},
        url_for=lambda iso3: f"#{states[iso3].country.slug}",
        legend=[one for one in (*_CONTAMINATION.values(), IN_A_PART) if one in classes.values()],
        table_url="#states",
        title="Contamination by remnants of cluster munitions, as sources answer",
        source=on_record("Claims"),
        csv_url=csv_url,
        note="A colour says what was said, by whomever; the list says by whom and when. "
        "States without a colour are those of which nothing is recorded here.",
    )


def casualty_map(rows: Iterable[ShownRecord[CasualtyFigure]], csv_url: str) -> WorldMap:
    """Where casualties are on record, with or without a number; of states without a colour the record holds nothing."""
    states: dict[str, Country] = {}
    numbers: dict[str, set[int | None]] = defaultdict(set)
    for shown in rows:
        if iso3 := shown.record.country.iso3:
            states[iso3] = shown.record.country
            numbers[iso3].add(shown.record.number)
    classes = {iso3: _of_numbers(found) for iso3, found in numbers.items()}
    return world_map(
        classes=classes,
        names={iso3: country.name for iso3, country in states.items()},
        url_for=lambda iso3: f"{states[iso3].get_absolute_url()}#casualties",
        legend=[one for one in (NUMBERED, UNNUMBERED, NONE_COUNTED) if one in classes.values()],
        table_url="#figures",
        title="Casualties of cluster munitions on record, by state and area",
        source=on_record("Figures"),
        csv_url=csv_url,
        note="States without a colour are those of which nothing is recorded here, which says nothing about them.",
    )


def _of_numbers(found: set[int | None]) -> MapClass:
    if any(found):
        return NUMBERED
    return UNNUMBERED if None in found else NONE_COUNTED
