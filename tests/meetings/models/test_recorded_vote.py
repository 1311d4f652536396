"""Recorded votes, and what one source says of one."""

import pytest
from django.db import IntegrityError, transaction

from editorial.models import recording
from meetings.models import RecordedVote
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say

pytestmark = pytest.mark.django_db


def test_a_vote_on_a_paragraph_is_another_vote_and_each_is_held_once() -> None:
    whole = make_vote()
    part = make_vote(body="committee", paragraph="Preambular paragraph 14")
    assert [str(one) for one in (whole, part)] == [
        "A/RES/2015, General Assembly",
        "A/RES/2015, First Committee, preambular paragraph 14",
    ]
    with recording(by=None, reason="Again"), pytest.raises(IntegrityError), transaction.atomic():
        RecordedVote.objects.create(resolution=whole.resolution, slug="again")


def test_who_says_so_is_the_publisher_and_the_year_in_which_it_was_said() -> None:
    vote, peru = make_vote(), make_country()
    monitor = make_source("monitor", publisher="The Monitor", document_date="2019")
    assert say(vote, peru, "yes", monitor, made_on="2017-08-01").who == "The Monitor, 2017"
    assert say(make_vote(2016), peru, "yes", monitor).who == "The Monitor, 2019"
    assert say(vote, peru, "yes", make_source("a list")).who == "Source a list"


def test_what_is_remarked_of_a_source_stands_apart_from_the_place_in_it() -> None:
    vote = say(make_vote(), make_country(), "absent", source_locator="row 5 (taken as not voting; by its silence)")
    assert vote.remark == "taken as not voting; by its silence"
    vote.source_locator = "row 5"
    assert vote.remark == ""
