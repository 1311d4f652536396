"""All votes together: figures out of several totals, what is said of a state, the votes on record."""

import pytest

from meetings.queries.votes import all_votes
from meetings.rules.vote_said import VoteUpshot
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say, total

pytestmark = pytest.mark.django_db


def member(iso3: str, name: str):
    return make_country(iso3, name, is_un_member=True)


def test_resolutions_stand_by_year_each_with_the_vote_of_the_assembly_on_the_whole_first() -> None:
    make_vote(2016)
    make_vote(2015, body="committee")
    make_vote(2015, paragraph="A paragraph")
    whole = make_vote(2015)
    view = all_votes()
    assert [one.resolution.year for one in view.resolutions] == [2015, 2016]
    first = view.resolutions[0]
    assert [one.vote.place for one in first.votes] == [
        "General Assembly",
        "General Assembly, a paragraph",
        "First Committee",
    ]
    assert first.plenary.vote == whole
    assert len(first.others) == 2
    assert [one.vote.resolution.year for one in view.plenary] == [2015, 2016]


def test_a_resolution_of_which_only_the_committee_is_on_record_has_no_plenary_vote() -> None:
    make_vote(2015, body="committee")
    (only,) = all_votes().resolutions
    assert only.plenary is None
    assert all_votes().plenary == ()


def test_a_number_is_what_sources_agree_on_or_prefer() -> None:
    vote = make_vote()
    total(vote, 140, None, None, source=make_source("a"))
    total(vote, 139, 2, 40, source=make_source("b"), rank="preferred", rank_reason="Counted.")
    (one,) = all_votes().plenary
    assert [(name, figure.words) for name, figure in one.three] == [
        ("In favour", "139 (another source: 140)"),
        ("Against", "2"),
        ("Abstaining", "40"),
    ]
    assert [claim.yes for claim in one.totals] == [139, 140]


def test_a_superseded_vote_is_said_of_nobody() -> None:
    vote, peru = make_vote(), member("PER", "Peru")
    say(vote, peru, "yes")
    say(vote, peru, "no", make_source("wrong"), rank="superseded", rank_reason="A misprint.")
    (one,) = all_votes().plenary
    assert one.of(peru) is VoteUpshot.YES


def test_only_members_are_counted_and_a_roll_is_whole_when_all_are_on_it() -> None:
    vote = make_vote()
    peru, chile, holy_see = (
        member("PER", "Peru"),
        member("CHL", "Chile"),
        make_country("VAT", "Holy See", is_un_member=False),
    )
    say(vote, peru, "yes")
    say(vote, holy_see, "yes")
    view = all_votes()
    assert not view.counts[vote.pk].is_whole
    assert view.plenary[0].of(chile) is VoteUpshot.NOTHING
    say(vote, chile, "absent")
    view = all_votes()
    assert view.counts[vote.pk].is_whole
    assert view.counts[vote.pk].agreed == {"yes": 1, "no": 0, "abstain": 0, "absent": 1}


def test_it_asks_the_same_however_many_votes_there_are(django_assert_num_queries) -> None:
    say(make_vote(), member("PER", "Peru"), "yes")
    total(make_vote(), 1, 0, 0)
    with django_assert_num_queries(5):
        _ = all_votes().counts
    for year in range(2016, 2024):
        for iso3, name in (("PER", "Peru"), ("CHL", "Chile"), ("ESP", "Spain")):
            say(make_vote(year), member(iso3, name), "yes")
        total(make_vote(year), 3, 0, 0)
    with django_assert_num_queries(5):
        _ = all_votes().counts
