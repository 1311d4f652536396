"""Contamination as partners get it."""

from __future__ import annotations

import pytest

from editorial.models import recording
from impact.models import ContaminationClaim
from tests.factories.meetings import make_country
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db


def test_both_of_two_answers_are_given_each_with_its_source(ask) -> None:
    congo, note = make_country(), f"[@{make_source(key='list').key}, table]"
    with recording(by=None, reason="Made for a test"):
        for answer, area in (("contaminated", "0.081"), ("unclear", None)):
            ContaminationClaim.objects.create(country=congo, answer=answer, area_km2=area, note=note)
    rows = ask("contamination/")["results"]
    assert [(row["answer"], row["area_km2"]) for row in rows] == [("contaminated", "0.081"), ("unclear", None)]
    assert {row["sources"][0]["key"] for row in rows} == {"list"}
    assert rows[0]["page"].endswith(f"#contamination-{rows[0]['id']}")
    (unclear,) = ask("contamination/?answer=unclear")["results"]
    assert unclear["answer"] == "unclear"
