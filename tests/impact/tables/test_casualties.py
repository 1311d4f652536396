"""Casualties as a file."""

from editorial.queries.proof import NO_PROOF
from editorial.queries.shown import ShownRecord
from impact.models import CasualtyFigure
from impact.tables.casualties import casualty_table


def test_recorded_without_a_number_is_empty_and_none_counted_is_0(peru):
    figures = [
        CasualtyFigure(country=peru, basis="all"),
        CasualtyFigure(country=peru, basis="remnants", number=0),
        CasualtyFigure(country=peru, basis="recorded", number=91, bound="at_least"),
    ]
    table = casualty_table(ShownRecord(one, NO_PROOF) for one in figures)
    lines = [dict(zip(table.headings, line, strict=True)) for line in table.rows]
    assert [(line["Number"], line["In words"]) for line in lines] == [
        (None, "recorded, number not given"),
        (0, "0"),
        (91, "at least 91"),
    ]
    assert {line["ISO3"] for line in lines} == {"PER"}
