"""What was cleared as partners get it."""

from __future__ import annotations

import pytest

from editorial.models import recording
from impact.models import ClearanceRecord
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


def test_a_year_is_that_calendar_year_alone(ask) -> None:
    with recording(by=None, reason="Made for a test"):
        for start, end in (("2017", "2017"), ("2010", "2020"), ("2017-03", "2017-04")):
            ClearanceRecord.objects.create(
                country=make_country(), period_start=start, period_end=end, items_destroyed=0
            )
    assert [row["year"] for row in ask("clearance/")["results"]] == [2017, None, None]
    (row,) = ask("clearance/?year=2017")["results"]
    assert (row["items_destroyed"], row["area_km2"]) == (0, None)
