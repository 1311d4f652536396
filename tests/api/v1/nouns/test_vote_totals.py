"""Totals of votes as partners get them, each with its source."""

from __future__ import annotations

import pytest

from tests.factories.meetings import make_source
from tests.factories.votes import make_vote, total

pytestmark = pytest.mark.django_db


def test_a_number_that_a_total_does_not_give_is_null(ask) -> None:
    total(make_vote(2016), 141, 2, None, source=make_source("monitor"), source_locator="Introduction")
    (row,) = ask("vote-totals/")["results"]
    assert (row["yes"], row["no"], row["abstained"]) == (141, 2, None)
    assert [(one["key"], one["locator"]) for one in row["sources"]] == [("monitor", "Introduction")]
    assert "/votes/a-res-2016/#vote-" in row["page"]


def test_totals_are_asked_for_by_resolution_body_and_whole(ask, client) -> None:
    total(make_vote(2016), 141, 2, None)
    total(make_vote(2016), 141, 1, 39, source=make_source("data"))
    total(make_vote(2016, body="committee"), 140, 2, 39)
    total(make_vote(2017, paragraph="A paragraph"), 147, None, 16)
    counts = {
        asked: ask(f"vote-totals/?{asked}")["count"]
        for asked in (
            "resolution=a-res-2016",
            "body=committee",
            "whole=false",
            "resolution=a-res-2016&body=plenary",
        )
    }
    assert list(counts.values()) == [3, 1, 1, 2]
    assert client.get("/api/v1/vote-totals/?body=council").status_code == 400
    assert client.get("/api/v1/vote-totals/?country=PER").status_code == 400
