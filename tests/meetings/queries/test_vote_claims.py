"""Votes as claims, in the order of years, recorded votes and states."""

import pytest

from meetings.queries.vote_claims import by_answer, claims_on
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def states():
    return [make_country(iso3, name) for iso3, name in (("PER", "Peru"), ("CHL", "Chile"))]


def test_they_stand_by_year_then_by_vote_then_by_state(states, django_assert_num_queries) -> None:
    committee, plenary, later = make_vote(2015, body="committee"), make_vote(2015), make_vote(2016)
    for vote in (later, committee, plenary):
        for state in states:
            say(vote, state, "yes")
    with django_assert_num_queries(4):
        lines = [str(one) for one in claims_on()]
    assert lines == [
        "Chile, A/RES/2015, General Assembly: in favour",
        "Peru, A/RES/2015, General Assembly: in favour",
        "Chile, A/RES/2015, First Committee: in favour",
        "Peru, A/RES/2015, First Committee: in favour",
        "Chile, A/RES/2016, General Assembly: in favour",
        "Peru, A/RES/2016, General Assembly: in favour",
    ]
    assert len(claims_on(recorded_vote__resolution=later.resolution)) == 2


def test_each_answer_stands_with_the_sources_that_give_it(states) -> None:
    vote, peru = make_vote(), states[0]
    said = [
        say(vote, peru, "absent"),
        say(vote, peru, "yes", make_source("a")),
        say(vote, peru, "yes", make_source("b")),
    ]
    assert by_answer(said) == [("in favour", said[1:]), ("did not vote", said[:1])]
    assert by_answer([]) == []
