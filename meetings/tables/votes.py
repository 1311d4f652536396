"""Votes as files: the grid of states and votes, and every claim as a line with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from countries.models import Country
from editorial.rules.partial_date import PartialDate
from editorial.tables import Table, table_of
from meetings.models import Vote
from meetings.queries.votes import AllVotes
from meetings.rules.vote_said import VoteUpshot, either

STATE = ("ISO3", "State", "Region", "Standing towards the convention")


def grid_table(view: AllVotes, rows: Iterable[Country], standings: Mapping[int, str]) -> Table:
    """A line a member, a column a vote of the General Assembly; ``standings`` in words by primary key."""
    votes = view.plenary
    headings = [*STATE, *(f"{one.vote.resolution.symbol} ({one.vote.resolution.year})" for one in votes)]

    def line(country: Country) -> Sequence[object]:
        cells = []
        for one in votes:
            found = one.of(country)
            more = f": {either(one.answers[country.pk])}" if found is VoteUpshot.DIFFER else ""
            cells.append(f"{found.words}{more}")
        return [country.iso3, country.name, country.region, standings.get(country.pk, ""), *cells]

    return Table("Votes at the General Assembly", headings, (line(country) for country in rows))


def vote_table(title: str, votes: Iterable[Vote]) -> Table:
    """Every claim, with its source. Their recorded votes, states and sources have to be read with them."""
    return table_of(
        title,
        {
            "Resolution": lambda vote: vote.recorded_vote.resolution.symbol,
            "Draft": lambda vote: vote.recorded_vote.resolution.draft_symbol,
            "Body": lambda vote: vote.recorded_vote.get_body_display(),
            "Paragraph": lambda vote: vote.recorded_vote.paragraph,
            "Voted on": lambda vote: iso(vote.recorded_vote.held_on),
            "ISO3": lambda vote: vote.country.iso3 or "",
            "State": lambda vote: vote.country.name,
            "Vote": lambda vote: vote.answer,
            "Said on": lambda vote: iso(vote.made_on),
            "Certainty": lambda vote: vote.certainty,
            "Rank": lambda vote: vote.rank,
            "Source": lambda vote: vote.source_line,
            "Key of the source": lambda vote: vote.source.key,
        },
        votes,
    )


def iso(when: PartialDate | None) -> str:
    """A date at its precision, "" for none: 2015-12-07, 2015-11."""
    return "" if when is None else f"{when.bound} {when.iso}".strip()
