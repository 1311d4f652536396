"""Views as a file: one line a view, the newest marked."""

from __future__ import annotations

import pytest

from countries.rules.standing import Standing
from editorial.models import recording
from meetings.models import InterpretivePosition
from meetings.queries.interpretive_positions import views_of
from meetings.tables.interpretive_position import view_table
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


def test_each_view_is_a_line_with_who_says_so(peru) -> None:
    note = f"In a letter. [@{make_source('letter').key}, p. 2]"
    with recording(by=None, reason="Made for a test"):
        for answer, year in (("not_given", "2015"), ("prohibited", "2018")):
            InterpretivePosition.objects.create(
                country=peru, issue="transit", answer=answer, made_on=year, note=note
            )
    table = view_table(views_of(peru), lambda pk: Standing.IN_FORCE)
    lines = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    assert [(line["Answer"], line["Newest"], line["Said on"]) for line in lines] == [
        ("prohibited", True, "2018"),
        ("not_given", False, "2015"),
    ]
    assert {line["Towards the convention"] for line in lines} == {"State Party"}
    assert all("p. 2" in str(line["Sources"]) for line in lines)
    assert next(iter(view_table(views_of(peru), lambda pk: None).rows))[2] == ""
