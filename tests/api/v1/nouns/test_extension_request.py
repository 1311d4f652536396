"""Requests for more time as partners get them."""

from __future__ import annotations

import pytest

from editorial.models import recording
from stockpiles.models import ClearanceObligation, ExtensionBenchmark, ExtensionRequest
from tests.factories.meetings import make_country, make_meeting

pytestmark = pytest.mark.django_db


def test_a_request_is_asked_for_by_the_meeting_that_decided(ask) -> None:
    meeting = make_meeting("9msp", "2020-11-23")
    with recording(by=None, reason="Made for a test"):
        ExtensionRequest.objects.create(country=make_country(), outcome="pending", requested_on="2020")
        decided = ExtensionRequest.objects.create(
            country=make_country("CHL", "Chile"), outcome="refused", decided_at=meeting, decided_on="2020-11-23"
        )
        ExtensionBenchmark.objects.create(request=decided, number=1, text="Half of it.", due="2021")
    (row,) = ask("extension-requests/?meeting=9msp")["results"]
    assert (row["state"]["iso3"], row["decided_at"]["slug"]) == ("CHL", "9msp")
    assert [(one["text"], one["due"]["value"]) for one in row["benchmarks"]] == [("Half of it.", "2021")]
    assert ask("extension-requests/?outcome=pending")["results"][0]["decided_at"] is None


def test_a_clearance_is_named_where_a_state_has_several(ask) -> None:
    with recording(by=None, reason="Made for a test"):
        peru = make_country()
        named = ClearanceObligation.objects.create(country=peru, name="The islands")
        ExtensionRequest.objects.create(country=peru, article=4, obligation=named, outcome="pending")
        ExtensionRequest.objects.create(country=peru, article=3, number=2, outcome="pending")
    found = {row["article"]: row["clearance"] for row in ask("extension-requests/")["results"]}
    assert found == {3: None, 4: "The islands"}
