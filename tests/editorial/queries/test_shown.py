"""Who says what a claim says."""

from __future__ import annotations

import pytest

from editorial.models import recording
from editorial.queries.shown import Proofs, who_says
from stockpiles.models import ActivityClaim
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("made_on", "words"), [("2017-11", "HRW, 2017"), (None, "HRW, undated")])
def test_the_publisher_and_the_year(peru, made_on, words):
    source = make_source("report", publisher="HRW")
    with recording(by=None, reason="Made for a test"):
        claim = ActivityClaim.objects.create(
            country=peru, activity="use", answer="no", made_on=made_on, note=f"[@{source.key}]."
        )
    claim.refresh_from_db()
    assert who_says(Proofs([claim]).shown(claim)) == words


def test_a_claim_without_a_source_says_so(peru):
    claim = ActivityClaim(country=peru, activity="use", answer="no")
    assert who_says(Proofs([]).shown(claim)) == "no source recorded"
