"""Answers on use, production and trade: "not believed" and "unknown" are answers too."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from stockpiles.models import ActivityClaim

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
