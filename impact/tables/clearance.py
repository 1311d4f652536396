"""What was cleared as a file: one line a record, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.queries.shown import ShownRecord, who_says
from editorial.tables import Table, iso, table_of
from impact.models import ClearanceRecord


def clearance_table(rows: Iterable[ShownRecord[ClearanceRecord]]) -> Table:
    """Records in the order of the list. Areas in km²; an empty cell is not given, 0 is none."""
    return table_of(
        "Clearance",
        {
            "ISO3": lambda one: one.record.country.iso3 or "",
            "State": lambda one: one.record.country.name,
            "Period from": lambda one: iso(one.record.period_start),
            "Period to": lambda one: iso(one.record.period_end),
            "Area km2": lambda one: "" if one.record.area_km2 is None else f"{one.record.area_km2.normalize():f}",
            "Area bound": lambda one: one.record.area_bound,
            "Items destroyed": lambda one: one.record.items_destroyed,
            "Items bound": lambda one: one.record.items_bound,
            "Said on": lambda one: iso(one.record.made_on),
            "By": lambda one: who_says(one),
            "Certainty": lambda one: one.record.certainty,
            "Remark": lambda one: one.proof.words,
            "Sources": lambda one: "; ".join(cited.line for cited in one.proof.sources),
        },
        rows,
    )
