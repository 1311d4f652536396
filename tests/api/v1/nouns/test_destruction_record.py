"""Destruction as partners get it: a year holds the periods that lie wholly in it."""

from __future__ import annotations

import pytest

from editorial.models import recording
from stockpiles.models import DestructionRecord
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("scope", "start", "end", "in_2022"),
    [
        ("period", "2022", "2022", True),
        ("period", "2022-01-01", "2022-12-31", True),
        ("period", "2021-12-31", "2022-05", False),
        ("period", "2022-12", "2023-01", False),
        ("total", None, "2022", False),
    ],
)
def test_a_year_holds_whole_periods_and_no_totals(
    ask, scope: str, start: str | None, end: str, in_2022: bool
) -> None:
    with recording(by=None, reason="Made for a test"):
        DestructionRecord.objects.create(
            country=make_country(), munitions=1, scope=scope, period_start=start, period_end=end
        )
    assert bool(ask("destruction-records/?year=2022")["count"]) is in_2022
    (row,) = ask(f"destruction-records/?scope={scope}")["results"]
    assert row["year"] == (2022 if in_2022 else None)
