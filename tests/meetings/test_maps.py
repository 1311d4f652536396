"""The map of a vote."""

import pytest

from meetings.maps import vote_map
from meetings.queries.resolution_votes import resolution_shown
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say

pytestmark = pytest.mark.django_db


def test_each_state_has_the_colour_of_its_vote_and_leads_to_its_line() -> None:
    vote = make_vote(2016)
    zimbabwe, peru = make_country("ZWE", "Zimbabwe"), make_country()
    make_country("CHL", "Chile")
    say(vote, peru, "yes")
    assert vote_map(resolution_shown(vote.resolution).votings[0], "") is None  # one state is no map
    say(vote, zimbabwe, "no")
    say(vote, zimbabwe, "absent", make_source("another"))
    drawn = vote_map(resolution_shown(vote.resolution).votings[0], "")
    assert {(one.name, one.map_class.name) for one in drawn.states} == {
        ("Peru", "In favour"),
        ("Zimbabwe", "Sources differ"),
    }
    assert {one.url for one in drawn.states} == {f"#vote-{vote.pk}-peru", f"#vote-{vote.pk}-zimbabwe"}
    assert "no vote is recorded here" in drawn.caption["note"]
    say(vote, make_country("CHL", "Chile"), "absent")
    assert vote_map(resolution_shown(vote.resolution).votings[0], "").caption["note"] == ""
