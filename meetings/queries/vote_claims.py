"""Votes of states, each as one source gives it: in their order, and by what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from countries.models import Country
from editorial.models import Source
from meetings.models import RecordedVote, Vote, VotingBody
from meetings.rules.vote_said import VoteUpshot, in_order


def claims_on(**which: object) -> list[Vote]:
    """Every vote as a source gives it, by year, recorded vote and name of the state. Four queries, whatever the number.

    Hundreds of them name the same source and the same state: each is read and made once.
    """
    rows = list(Vote.objects.filter(**which))
    votes = RecordedVote.objects.select_related("resolution").in_bulk({row.recorded_vote_id for row in rows})
    states = Country.objects.defer("note").in_bulk({row.country_id for row in rows})
    sources = Source.objects.in_bulk({row.source_id for row in rows})
    for row in rows:
        row.recorded_vote = votes[row.recorded_vote_id]
        row.country, row.source = states[row.country_id], sources[row.source_id]
    return sorted(rows, key=_place_of)


def _place_of(row: Vote) -> tuple[int, bool, bool, str, int, str, int]:
    vote = row.recorded_vote
    return vote.resolution.year, *order_of(vote), row.country.name, row.pk


def by_answer(said: Iterable[Vote]) -> list[tuple[str, list[Vote]]]:
    """Each answer in words with the claims that give it: ("against", [...]), ("did not vote", [...])."""
    found: dict[str, list[Vote]] = defaultdict(list)
    for vote in said:
        found[vote.answer].append(vote)
    return [(VoteUpshot(one).words, found[one]) for one in in_order(found)]


def is_plenary(vote: RecordedVote) -> bool:
    """Whether it is the vote of the General Assembly on the whole."""
    return vote.body == VotingBody.PLENARY and not vote.paragraph


def order_of(vote: RecordedVote) -> tuple[bool, bool, str, int]:
    """The General Assembly before the First Committee, the whole before a paragraph."""
    return vote.body != VotingBody.PLENARY, bool(vote.paragraph), vote.paragraph, vote.pk
