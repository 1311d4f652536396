"""Votes of states as partners get them, each with its source."""

from __future__ import annotations

import pytest

from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def zimbabwe():
    country, vote = make_country("ZWE", "Zimbabwe"), make_vote(2016, held_on="2016-12-05")
    say(vote, country, "no", make_source("monitor"), source_locator="Introduction")
    say(vote, country, "absent", make_source("data"))
    say(make_vote(2016, body="committee", paragraph="A paragraph"), country, "abstain")
    say(make_vote(2017), make_country(), "yes")
    return country


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["no", "absent", "abstain", "yes"]),
        ("country=ZWE", ["no", "absent", "abstain"]),
        ("resolution=a-res-2016&body=plenary", ["no", "absent"]),
        ("body=committee", ["abstain"]),
        ("whole=true", ["no", "absent", "yes"]),
        ("whole=false", ["abstain"]),
        ("vote=no", ["no"]),
        ("country=PER", ["yes"]),
    ],
)
def test_votes_are_asked_for_by_state_resolution_body_and_vote(ask, zimbabwe, asked, found) -> None:
    assert [row["vote"] for row in ask(f"votes/?{asked}")["results"]] == found


def test_contradicting_votes_are_all_given_each_with_its_source(ask, zimbabwe) -> None:
    first, second = ask("votes/?country=ZWE&resolution=a-res-2016&whole=true")["results"]
    assert (first["vote"], second["vote"]) == ("no", "absent")
    assert [(one["key"], one["locator"]) for one in first["sources"]] == [("monitor", "Introduction")]
    assert [one["key"] for one in second["sources"]] == ["data"]
    assert first["held_on"] == {"value": "2016-12-05", "precision": "day"}
    assert first["resolution"]["symbol"] == "A/RES/2016"
    assert "/votes/a-res-2016/#vote-" in first["page"]
    assert first["state"]["iso3"] == "ZWE"


def test_unknown_questions_and_values_are_refused(client) -> None:
    for asked in (
        "votes/?state=PER",
        "votes/?vote=maybe",
        "vote-totals/?body=council",
        "resolutions/?role=friend",
    ):
        assert client.get(f"/api/v1/{asked}").status_code == 400, asked


def test_the_same_number_of_questions_whatever_the_rows(client, zimbabwe, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(8) as few:
        client.get("/api/v1/votes/")
    for year in range(2018, 2024):
        say(make_vote(year), zimbabwe, "no", make_source(f"source-{year}"))
    with django_assert_max_num_queries(len(few)):
        client.get("/api/v1/votes/")
