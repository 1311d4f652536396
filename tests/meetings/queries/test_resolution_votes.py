"""One resolution: totals against the votes on record, who says what of which state, who stood behind it."""

import pytest

from editorial.models import recording
from meetings.models import ResolutionSponsor
from meetings.queries.resolution_votes import resolution_shown
from meetings.rules.vote_check import CheckOutcome
from meetings.rules.vote_said import VoteUpshot
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say, total

pytestmark = pytest.mark.django_db


@pytest.fixture
def states():
    names = (("PER", "Peru"), ("RUS", "Russia"), ("ZWE", "Zimbabwe"), ("BRA", "Brazil"))
    return {iso3: make_country(iso3, name, is_un_member=True) for iso3, name in names}


@pytest.fixture
def vote(states):
    vote = make_vote(2016)
    for iso3, answer in (("PER", "yes"), ("RUS", "no"), ("ZWE", "absent"), ("BRA", "abstain")):
        say(vote, states[iso3], answer)
    say(vote, states["ZWE"], "no", make_source("monitor"))
    total(vote, 1, 2, 1, source=make_source("published"))
    return vote


def test_a_total_is_compared_with_the_votes_and_a_dispute_accounts_for_the_difference(vote) -> None:
    (voting,) = resolution_shown(vote.resolution).votings
    (checked,) = voting.totals
    assert checked.outcome is CheckOutcome.EXPLAINED
    assert "Sources differ on Zimbabwe (against or did not vote)" in checked.words
    assert checked.numbers == [("In favour", 1), ("Against", 2), ("Abstaining", 1)]


def test_states_stand_by_what_is_said_of_them_disputes_first_each_answer_with_its_sources(vote) -> None:
    (voting,) = resolution_shown(vote.resolution).votings
    assert [(upshot, [one.country.name for one in of]) for upshot, of in voting.groups] == [
        (VoteUpshot.DIFFER, ["Zimbabwe"]),
        (VoteUpshot.NO, ["Russia"]),
        (VoteUpshot.ABSTAIN, ["Brazil"]),
        (VoteUpshot.YES, ["Peru"]),
    ]
    ((_, (zimbabwe,)), *_) = voting.groups
    assert [(words, [claim.source.key for claim in of]) for words, of in zimbabwe.by_answer] == [
        ("against", ["monitor"]),
        ("did not vote", ["notes-2008"]),
    ]


def test_members_of_which_no_vote_is_on_record_are_named_only_beside_some_that_are(vote, states) -> None:
    chile = make_country("CHL", "Chile", is_un_member=True)
    make_vote(2016, body="committee")
    plenary, committee = resolution_shown(vote.resolution).votings
    assert plenary.unrecorded == [chile]
    assert not plenary.count.is_whole
    assert committee.unrecorded == []


def test_who_explained_its_vote_is_no_sponsor(vote, states) -> None:
    with recording(by=None, reason="Named"):
        for iso3, role in (("PER", "sponsor"), ("PER", "lead"), ("RUS", "explanation")):
            ResolutionSponsor.objects.create(
                resolution=vote.resolution, country=states[iso3], role=role, source=make_source()
            )
    shown = resolution_shown(vote.resolution)
    assert [(role.value, [row.country.name for row in rows]) for role, rows in shown.roles] == [
        ("lead", ["Peru"]),
        ("sponsor", ["Peru"]),
    ]
    assert [row.country.name for row in shown.explained] == ["Russia"]


def test_it_asks_the_same_however_many_votes_there_are(vote, states, django_assert_num_queries) -> None:
    def ask() -> None:
        for voting in resolution_shown(vote.resolution).votings:
            _ = voting.totals, [one.anchor for _, of in voting.groups for one in of], voting.unrecorded

    with django_assert_num_queries(5):
        ask()
    committee = make_vote(2016, body="committee")
    for country in states.values():
        say(committee, country, "yes")
        say(committee, country, "yes", make_source("b"))
    total(committee, 4, 0, 0)
    with django_assert_num_queries(5):
        ask()
