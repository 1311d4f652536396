"""How one state voted: a vote, a dispute, not voting and nothing recorded are four different things."""

import pytest

from editorial.models import recording
from meetings.models import ResolutionSponsor
from meetings.queries.state_votes import votes_of
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say

pytestmark = pytest.mark.django_db


def words(country):
    return [(year.resolution.year, one.vote.place, one.words) for year in votes_of(country) for one in year.votes]


def test_a_vote_a_dispute_not_voting_and_nothing_recorded_are_told_apart(django_assert_num_queries) -> None:
    zimbabwe = make_country("ZWE", "Zimbabwe", is_un_member=True)
    say(make_vote(2015), zimbabwe, "no")
    say(make_vote(2016), zimbabwe, "absent")
    say(make_vote(2016), zimbabwe, "no", make_source("monitor"))
    say(make_vote(2017), zimbabwe, "absent")
    say(make_vote(2017), zimbabwe, "absent", make_source("monitor"))
    make_vote(2018)
    with django_assert_num_queries(3):
        assert words(zimbabwe) == [
            (2015, "General Assembly", "Against"),
            (2016, "General Assembly", "Sources differ: against or did not vote"),
            (2017, "General Assembly", "Did not vote"),
            (2018, "General Assembly", "No vote recorded here"),
        ]


def test_votes_on_paragraphs_and_in_the_committee_stand_there_only_where_a_source_speaks_of_the_state() -> None:
    peru, chile = (
        make_country(iso3, name, is_un_member=True) for iso3, name in (("PER", "Peru"), ("CHL", "Chile"))
    )
    make_vote(2015)
    say(make_vote(2015, body="committee"), peru, "yes")
    make_vote(2015, paragraph="A paragraph")
    assert words(peru) == [
        (2015, "General Assembly", "No vote recorded here"),
        (2015, "First Committee", "In favour"),
    ]
    assert words(chile) == [(2015, "General Assembly", "No vote recorded here")]


def test_what_is_no_member_has_no_vote_and_nothing_is_said_of_it() -> None:
    make_vote(2015)
    assert votes_of(make_country("VAT", "Holy See", is_un_member=False)) == []


def test_what_it_did_for_a_resolution_stands_with_its_year() -> None:
    peru, vote = make_country(is_un_member=True), make_vote(2015)
    with recording(by=None, reason="Named"):
        ResolutionSponsor.objects.create(
            resolution=vote.resolution, country=peru, role="lead", source=make_source()
        )
    (year,) = votes_of(peru)
    assert [row.get_role_display() for row in year.roles] == ["Lead sponsor"]
