"""One resolution: its totals against the votes on record, every state's vote with who says so, and who stood behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from countries.models import Country
from editorial.models import Rank
from meetings.models import (
    RecordedVote,
    Resolution,
    ResolutionSponsor,
    SponsorRole,
    Vote,
    VoteTotals,
)
from meetings.rules.vote_check import CheckOutcome, check_total
from meetings.rules.vote_count import VoteCount
from meetings.rules.vote_said import VoteUpshot, upshot

from .vote_claims import by_answer, order_of
from .votes import NAMES, VoteOnRecord, members, totals_by_vote

SHOWN = (
    VoteUpshot.DIFFER,
    VoteUpshot.NO,
    VoteUpshot.ABSTAIN,
    VoteUpshot.YES,
    VoteUpshot.ABSENT,
)
"""In which order states are listed: what is rare, and what is in doubt, first."""


@dataclass(frozen=True)
class StateVote:
    """One state at one vote, with every source. Each answer stands with who gives it."""

    country: Country
    said: tuple[Vote, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return self.said[0].recorded_vote.anchor_of(self.country)

    @property
    def upshot(self) -> VoteUpshot:
        return upshot(vote.answer for vote in self.said)

    @cached_property
    def by_answer(self) -> list[tuple[str, list[Vote]]]:
        return by_answer(self.said)


@dataclass(frozen=True)
class CheckedTotal:
    """A total of one source, and what the votes on record say to it."""

    total: VoteTotals
    outcome: CheckOutcome
    words: str

    @property
    def numbers(self) -> list[tuple[str, int | None]]:
        """In favour, against, abstaining, each under its name."""
        return [(name, self.total.numbers[one]) for one, name in NAMES.items()]


@dataclass(frozen=True)
class VotingShown:
    """One recorded vote as the page of its resolution shows it."""

    on_record: VoteOnRecord
    states: tuple[StateVote, ...]
    members: Sequence[Country]

    @property
    def vote(self) -> RecordedVote:
        return self.on_record.vote

    @cached_property
    def count(self) -> VoteCount:
        return self.on_record.count(self.members)

    @cached_property
    def totals(self) -> list[CheckedTotal]:
        return [CheckedTotal(one, *check_total(self.count, one.numbers)) for one in self.on_record.totals]

    @cached_property
    def groups(self) -> list[tuple[VoteUpshot, list[StateVote]]]:
        """The states by what is said of them."""
        ordered = sorted(self.states, key=lambda one: (SHOWN.index(one.upshot), one.country.name))
        return [(of, list(states)) for of, states in groupby(ordered, key=lambda one: one.upshot)]

    @cached_property
    def unrecorded(self) -> list[Country]:
        """Members of which no vote is on record here, where one of any member is."""
        known = {one.country.pk for one in self.states}
        return [country for country in self.members if country.pk not in known] if known else []


@dataclass(frozen=True)
class ResolutionShown:
    """A resolution with its recorded votes, and who did what for it."""

    resolution: Resolution
    votings: tuple[VotingShown, ...]
    sponsors: tuple[ResolutionSponsor, ...]

    @cached_property
    def roles(self) -> list[tuple[SponsorRole, list[ResolutionSponsor]]]:
        """By role, in the order of the roles; those who explained their vote are not among the sponsors."""
        found: Mapping[str, list[ResolutionSponsor]] = defaultdict(list)
        for one in self.sponsors:
            found[one.role].append(one)
        return [(role, found[role]) for role in SponsorRole if role in found and role != SponsorRole.EXPLANATION]

    @cached_property
    def explained(self) -> list[ResolutionSponsor]:
        """States that explained their vote."""
        return [one for one in self.sponsors if one.role == SponsorRole.EXPLANATION]


def resolution_shown(resolution: Resolution) -> ResolutionShown:
    """Five queries, whatever the number of votes."""
    votes = list(RecordedVote.objects.filter(resolution=resolution).select_related("source"))
    said: dict[int, dict[int, list[Vote]]] = defaultdict(lambda: defaultdict(list))
    rows = Vote.objects.filter(recorded_vote__resolution=resolution).exclude(rank=Rank.SUPERSEDED)
    for claim in rows.select_related("source", "country").order_by("country__name", "pk"):
        said[claim.recorded_vote_id][claim.country_id].append(claim)
    totals = totals_by_vote(
        list(VoteTotals.objects.filter(recorded_vote__resolution=resolution).select_related("source"))
    )
    every = members()
    shown = []
    for vote in sorted(votes, key=order_of):
        vote.resolution = resolution
        by_state = said.get(vote.pk, {})
        for claim in (one for of in by_state.values() for one in of):
            claim.recorded_vote = vote
        answers = {pk: [one.answer for one in of] for pk, of in by_state.items()}
        states = tuple(StateVote(of[0].country, tuple(of)) for of in by_state.values())
        shown.append(VotingShown(VoteOnRecord(vote, totals.get(vote.pk, ()), answers), states, every))
    sponsors = resolution.sponsors.select_related("country", "source").order_by("country__name", "pk")
    return ResolutionShown(resolution, tuple(shown), tuple(sponsors))
