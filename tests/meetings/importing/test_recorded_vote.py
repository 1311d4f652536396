"""Totals of recorded votes: those that differ stand side by side."""

from __future__ import annotations

from collections import Counter

import pytest

from meetings.models import RecordedVote, VoteTotals

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("votes_loaded")]


def test_totals_that_differ_stand_side_by_side_and_one_is_preferred_with_a_reason() -> None:
    totals = VoteTotals.objects.filter(recorded_vote__slug="a-res-71-45-plenary")
    assert sorted((total.in_words, total.rank) for total in totals) == [
        ("141–1–39", "normal"),
        ("141–2–?", "normal"),
        ("141–2–?", "preferred"),
    ]
    assert "Zimbabwe" in totals.get(rank="preferred").rank_reason
    totals = VoteTotals.objects.filter(recorded_vote__slug="a-res-70-54-plenary")
    assert Counter(total.yes for total in totals) == {139: 2, 140: 1}


def test_a_vote_is_dated_as_exactly_as_its_source_and_no_more() -> None:
    days = dict(RecordedVote.objects.values_list("slug", "held_on"))
    assert str(days["a-res-70-54-plenary"]) == "7 December 2015"
    assert str(days["a-res-70-54-committee"]) == "November 2015"
    assert str(days["a-res-77-79-plenary"]) == "December 2022"


def test_two_resolutions_were_voted_on_by_paragraph_too() -> None:
    by_paragraph = RecordedVote.objects.exclude(paragraph="")
    assert sorted(by_paragraph.values_list("slug", "totals__yes", "totals__no")) == [
        ("a-res-74-62-committee-pp14", 147, None),
        ("a-res-75-62-committee-pp14", 144, None),
        ("a-res-75-62-plenary-pp14", 154, None),
    ]
