"""What every claim carries."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.models import recording
from stockpiles.models import StockpileHolding
from tests.factories.meetings import make_country, make_source

pytestmark = pytest.mark.django_db


def test_two_dates_certainty_rank_and_sources(ask: Any) -> None:
    source = make_source("yearbook-2021")
    with recording(by=None, reason="Made for a test"):
        StockpileHolding.objects.create(
            country=make_country(),
            munitions=2012,
            as_of="2013-07-31>",
            made_on="2021",
            certainty="reported",
            rank="preferred",
            rank_reason="The newest.",
            note=f"All types together: [@{source.key}, p. 7].",
        )
    (row,) = ask("holdings/")["results"]
    assert row["as_of"] == {"value": "2013-07-31", "precision": "day", "bound": "after"}
    assert row["made_on"] == {"value": "2021", "precision": "year"}
    assert (row["certainty"], row["rank"], row["rank_reason"]) == ("reported", "preferred", "The newest.")
    (cited,) = row["sources"]
    assert (cited["key"], cited["locator"]) == ("yearbook-2021", "p. 7")
    assert cited["citation"] == source.line("p. 7")  # the place is part of the line
    assert row["note"].startswith("All types together")
