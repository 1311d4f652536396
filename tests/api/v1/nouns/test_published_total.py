"""Published totals as partners get them."""

from __future__ import annotations

import pytest

from countries.models import PublishedTotal
from editorial.models import recording

pytestmark = pytest.mark.django_db


def test_by_subject_measure_and_year(ask) -> None:
    with recording(by=None, reason="Made for a test"):
        for measure, number, year in (("all", 289, "2017"), ("killed", 71, "2017"), ("all", 149, "2018")):
            PublishedTotal.objects.create(
                subject="casualties", measure=measure, number=number, period_start=year, period_end=year
            )
        PublishedTotal.objects.create(subject="clearance", measure="area_cleared", number="83.91")
    numbers = [row["number"] for row in ask("published-totals/?subject=casualties&year=2017")["results"]]
    assert numbers == ["289", "71"]
    (area,) = ask("published-totals/?measure=area_cleared")["results"]
    assert (area["number"], area["unit"], area["year"]) == ("83.91", "km²", None)
    assert area["page"].endswith(f"/published-totals/#total-{area['id']}")
