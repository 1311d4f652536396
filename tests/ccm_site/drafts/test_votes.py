"""Votes in a draft: a vote, a dispute, not voting and nothing recorded are four different things."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccm_site.drafts.parts import Subject
from ccm_site.drafts.votes import DID, ROLES, votes
from ccm_site.pages.parts import this_moment
from countries.models import Country, FactKind
from editorial.models import recording
from meetings.models import ResolutionSponsor, SponsorRole, VoteAnswer
from tests.ccm_site.drafts.subjects import as_text, written
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say

pytestmark = pytest.mark.django_db


def about(country: Country) -> Subject:
    return Subject(country, this_moment())


def test_every_answer_and_role_has_its_words() -> None:
    assert set(DID) == set(VoteAnswer)
    assert set(ROLES) == set(SponsorRole)


def test_each_answer_has_a_sentence_and_a_dispute_one_of_its_own() -> None:
    peru = make_country(is_un_member=True)
    for year, answer in ((2015, "yes"), (2016, "yes"), (2017, "abstain"), (2018, "absent")):
        say(make_vote(year), peru, answer)
    say(make_vote(2019), peru, "no")
    say(make_vote(2019), peru, "absent", make_source("monitor", publisher="Monitor"))
    say(make_vote(2015, body="committee"), peru, "yes")
    make_vote(2020)
    found = list(votes(about(peru)))
    symbols = {year: make_vote(year).resolution.symbol for year in range(2015, 2021)}
    told = written(found)
    assert told[0] == (
        f"At the United Nations General Assembly Peru voted in favour of {symbols[2015]} (2015) and {symbols[2016]} (2016)."
    )
    assert f"In the First Committee of the United Nations Peru voted in favour of {symbols[2015]} (2015)." in told
    assert f"At the United Nations General Assembly Peru abstained on {symbols[2017]} (2017)." in told
    assert told[3] == (
        f"At the United Nations General Assembly Peru did not vote on {symbols[2018]} (2018), by the lists cited."
    )
    assert told[4].startswith(f"Of {symbols[2019]} (2019) sources differ: according to ")
    assert ", it voted against it; according to Monitor, it did not vote on it." in told[4]
    assert told[5] == "How it voted on one further resolution is not known: no vote is recorded here."
    assert f"[^part-1]: {symbols[2015]}: [@" in as_text(found, about(peru))


def test_of_a_member_without_any_vote_on_record_that_is_said_and_of_others_nothing() -> None:
    make_vote(2015)
    assert written(votes(about(make_country(is_un_member=True)))) == [
        "No vote at the United Nations General Assembly is recorded here."
    ]
    assert written(votes(about(make_country("VAT", "Holy See", is_un_member=False)))) == []


def test_what_it_did_for_resolutions_with_three_queries_however_many() -> None:
    peru = make_country(is_un_member=True)
    with recording(by=None, reason="Named"):
        for year in (2015, 2016, 2017):
            ResolutionSponsor.objects.create(
                resolution=make_vote(year).resolution, country=peru, role="lead", source=make_source()
            )
    subject = about(peru)
    subject.reach(FactKind.VOTES)  # how far the record reaches is asked once for the whole draft
    with CaptureQueriesContext(connection) as asked:
        told = written(votes(subject))
    assert told[0].startswith("It was a lead sponsor of ")
    assert told[0].count("(201") == 3
    assert len(asked) <= 3
