"""Totals as claims: a number that is not given is no zero, and one is preferred at most."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meetings.models import VoteTotals
from tests.factories.meetings import make_source
from tests.factories.votes import make_vote, total

pytestmark = pytest.mark.django_db


def test_a_total_gives_at_least_one_number_and_a_missing_one_is_no_zero() -> None:
    vote = make_vote()
    assert total(vote, 144, 0, None).in_words == "144–0–?"
    with pytest.raises(IntegrityError), transaction.atomic():
        total(vote, None, None, None, source=make_source("empty"))
    with pytest.raises(ValidationError, match="at least one number"):
        VoteTotals(recorded_vote=vote, source=make_source("empty")).full_clean()


def test_one_total_of_a_vote_is_preferred_and_says_why() -> None:
    vote = make_vote()
    total(vote, 139, 2, 40, rank="preferred", rank_reason="The votes add up to it.")
    with pytest.raises(IntegrityError), transaction.atomic():
        total(vote, 140, None, None, source=make_source("b"), rank="preferred", rank_reason="It is newer.")
    with pytest.raises(IntegrityError), transaction.atomic():
        total(make_vote(2016), 140, None, None, rank="preferred")
