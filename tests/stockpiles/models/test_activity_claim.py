"""Answers on use, production and trade: "not believed" and "unknown" are answers too."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from stockpiles.models import ActivityClaim, ActivityPlace

pytestmark = pytest.mark.usefixtures("in_a_change")


@pytest.mark.parametrize(
    ("activity", "answer", "words"),
    [
        ("use", "not_believed", "Peru, use: not believed to have"),
        ("production", "unknown", "Peru, production: unknown"),
        ("retention", "no", "Peru, retention for training: no"),
    ],
)
def test_in_words(peru, activity: str, answer: str, words: str) -> None:
    assert str(ActivityClaim(country=peru, activity=activity, answer=answer)) == words


def test_two_sources_that_say_otherwise_stand_side_by_side_in_the_order_of_their_days(peru) -> None:
    for answer, as_of in (("alleged", "2014"), ("no", "2009")):
        ActivityClaim.objects.create(country=peru, activity="use", answer=answer, as_of=as_of)
    assert [claim.answer for claim in peru.activity_claims.all()] == ["no", "alleged"]


def test_the_one_that_is_preferred_says_why(peru) -> None:
    claim = ActivityClaim(country=peru, activity="use", answer="no", rank="preferred")
    with pytest.raises(ValidationError, match="Say why this claim is preferred or superseded"):
        claim.full_clean()
    with pytest.raises(IntegrityError, match="rank_has_reason"), transaction.atomic():
        claim.save()


def test_no_answer_is_none(peru) -> None:
    with pytest.raises(ValidationError) as refused:
        ActivityClaim(country=peru, activity="use").full_clean()
    assert list(refused.value.message_dict) == ["answer"]


def test_its_place_on_the_states_page(peru) -> None:
    claim = ActivityClaim.objects.create(country=peru, activity="use", answer="no")
    assert claim.get_absolute_url() == f"/stockpiles/peru/#activity-{claim.pk}"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"period_start": "2015", "period_end": "2017"}, "2015 to 2017"),
        ({"period_start": "2022", "period_end": "2022"}, "2022"),
        ({"period_start": "2005", "tense": "now"}, "since 2005"),
        ({"period_end": "2002", "tense": "past"}, "until 2002"),
        ({"time_in_words": "since mid-2012", "period_start": "2012"}, "since mid-2012"),
        ({"tense": "past"}, "in the past"),
        ({"tense": "past", "as_of": "2009"}, "as of 2009"),
        ({"tense": "now"}, ""),
        ({}, ""),
    ],
)
def test_its_time_in_words(peru, given: dict[str, str], words: str) -> None:
    claim = ActivityClaim.objects.create(country=peru, activity="use", answer="yes", **given)
    assert ActivityClaim.objects.get(pk=claim.pk).when_in_words == words


def test_a_place_is_named_once(peru) -> None:
    claim = ActivityClaim.objects.create(country=peru, activity="use", answer="yes")
    ActivityPlace.objects.create(claim=claim, country=peru)
    assert claim.named_places == [peru]
    with pytest.raises(IntegrityError), transaction.atomic():
        ActivityPlace.objects.create(claim=claim, country=peru)
