"""Who says what a claim says."""

from __future__ import annotations

import pytest

from editorial.models import Cited, Source, recording
from editorial.queries.proof import Proof
from editorial.queries.shown import Proofs, ShownRecord, all_who_say, who_says, whose_word
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


def said_by(publisher: str, certainty: str = "reported") -> ShownRecord[ActivityClaim]:
    return ShownRecord(ActivityClaim(certainty=certainty), Proof((Cited(Source(publisher=publisher)),)))


def test_of_many_who_say_the_same_three_are_named():
    said = [said_by(name) for name in ("HRW", "CMC", "HRW", "ISU", "MAR", "UN")]
    assert all_who_say(said) == "HRW, undated; CMC, undated; ISU, undated; and 2 more"


def test_whether_it_is_the_states_own_word_is_said_of_the_first():
    assert whose_word([said_by("HRW", "stated"), said_by("CMC")]) == "by its own word in"
    assert whose_word([said_by("CMC"), said_by("HRW", "stated")]) == "according to"
