"""Casualties as partners get them."""

from __future__ import annotations

import pytest

from editorial.models import recording
from impact.models import CasualtyFigure
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [53, None, 0]),
        ("?basis=remnants", [None, 0]),
        ("?number_given=false", [None]),
        ("?number_given=true", [53, 0]),
        ("?year=1999", [53]),
    ],
)
def test_a_number_that_is_not_given_is_null_and_none_counted_is_0(ask, query: str, numbers: list[int]) -> None:
    with recording(by=None, reason="Made for a test"):
        for basis, number, year in (("all", 53, "1999"), ("remnants", None, "2023"), ("remnants", 0, "2020")):
            CasualtyFigure.objects.create(
                country=make_country(), basis=basis, number=number, period_start=year, period_end=year
            )
    assert [row["number"] for row in ask(f"casualties/{query}")["results"]] == numbers
