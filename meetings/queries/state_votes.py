"""How one state voted on every resolution, and what it did for it: for the page of the state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from countries.models import Country
from meetings.models import RecordedVote, Resolution, ResolutionSponsor, Vote
from meetings.rules.vote_said import VoteUpshot, either, upshot

from .vote_claims import by_answer, is_plenary, order_of


@dataclass(frozen=True)
class VoteOfState:
    """One recorded vote with what sources say of the state. Without any nothing is recorded, which is no absence."""

    vote: RecordedVote
    said: tuple[Vote, ...] = ()

    @property
    def upshot(self) -> VoteUpshot:
        return upshot(one.answer for one in self.said)

    @property
    def words(self) -> str:
        """ "In favour", "Sources differ: against or did not vote", "No vote recorded here"."""
        found = self.upshot
        more = f": {either(one.answer for one in self.said)}" if found is VoteUpshot.DIFFER else ""
        return f"{found.words[0].upper()}{found.words[1:]}{more}"

    @property
    def is_main(self) -> bool:
        """Whether it is the vote of the General Assembly on the whole."""
        return is_plenary(self.vote)

    @cached_property
    def by_answer(self) -> list[tuple[str, list[Vote]]]:
        return by_answer(self.said)


@dataclass(frozen=True)
class YearOfVotes:
    """A resolution with the votes that are shown of the state, and what it did for it."""

    resolution: Resolution
    votes: tuple[VoteOfState, ...]
    roles: tuple[ResolutionSponsor, ...]


def votes_of(country: Country) -> list[YearOfVotes]:
    """By year; none for what is no member of the United Nations, which has no vote there. Three queries.

    The vote of the General Assembly on the whole always stands there; others where a source speaks of the state.
    """
    if not country.is_un_member:
        return []
    said: dict[int, list[Vote]] = defaultdict(list)
    rows = Vote.objects.filter(country=country).exclude(rank="superseded")
    for one in rows.select_related("source").order_by("pk"):
        said[one.recorded_vote_id].append(one)
    roles: dict[int, list[ResolutionSponsor]] = defaultdict(list)
    for row in ResolutionSponsor.objects.filter(country=country).select_related("source").order_by("role", "pk"):
        roles[row.resolution_id].append(row)
    years: dict[int, list[VoteOfState]] = defaultdict(list)
    resolutions: dict[int, Resolution] = {}
    votes = RecordedVote.objects.select_related("resolution").order_by("resolution__year", "resolution__symbol")
    for vote in votes:
        resolutions[vote.resolution_id] = vote.resolution
        if is_plenary(vote) or vote.pk in said:
            years[vote.resolution_id].append(VoteOfState(vote, tuple(said[vote.pk])))
    return [
        YearOfVotes(one, tuple(sorted(years[pk], key=lambda shown: order_of(shown.vote))), tuple(roles[pk]))
        for pk, one in resolutions.items()
    ]
