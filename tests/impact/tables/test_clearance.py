"""What was cleared as a file."""

from decimal import Decimal

from editorial.queries.proof import NO_PROOF
from editorial.queries.shown import ShownRecord
from editorial.rules.partial_date import PartialDate
from impact.models import ClearanceRecord
from impact.tables.clearance import clearance_table


def test_what_is_not_given_is_empty_and_nothing_is_0(peru):
    when = PartialDate.parse("2017")
    nothing = ClearanceRecord(country=peru, period_start=when, period_end=when, area_km2=Decimal("0.000"))
    much = ClearanceRecord(country=peru, area_km2=Decimal("100.00"), area_bound="about", items_destroyed=5)
    table = clearance_table([ShownRecord(nothing, NO_PROOF), ShownRecord(much, NO_PROOF)])
    lines = [dict(zip(table.headings, line, strict=True)) for line in table.rows]
    assert [(line["Area km2"], line["Area bound"], line["Items destroyed"]) for line in lines] == [
        ("0", "", None),
        ("100", "about", 5),
    ]
    assert (lines[0]["Period from"], lines[0]["By"]) == ("2017", "no source recorded")
