"""A vote and a total as claims: once by each source, with who says so."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import recording
from meetings.models import RecordedVote, VoteTotals
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say, total

pytestmark = pytest.mark.django_db


def test_a_source_says_one_thing_of_a_state_and_another_source_may_say_otherwise() -> None:
    vote, zimbabwe = make_vote(2016), make_country("ZWE", "Zimbabwe")
    say(vote, zimbabwe, "no")
    say(vote, zimbabwe, "absent", make_source("another"))
    with pytest.raises(IntegrityError), transaction.atomic():
        say(vote, zimbabwe, "yes")
    assert [str(one) for one in vote.votes.all()] == [
        "Zimbabwe, A/RES/2016, General Assembly: against",
        "Zimbabwe, A/RES/2016, General Assembly: did not vote",
    ]
    assert vote.votes.first().get_absolute_url() == f"/votes/a-res-2016/#vote-{vote.pk}-zimbabwe"


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


def test_a_vote_on_a_paragraph_is_another_vote_and_each_is_held_once() -> None:
    whole = make_vote()
    part = make_vote(body="committee", paragraph="Preambular paragraph 14")
    assert [str(one) for one in (whole, part)] == [
        "A/RES/2015, General Assembly",
        "A/RES/2015, First Committee, preambular paragraph 14",
    ]
    with recording(by=None, reason="Again"), pytest.raises(IntegrityError), transaction.atomic():
        RecordedVote.objects.create(resolution=whole.resolution, slug="again")
