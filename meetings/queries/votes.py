"""Every resolution with its totals, and how every member of the United Nations voted on it in the General Assembly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from countries.models import Country
from meetings.models import RecordedVote, Resolution, Vote, VoteTotals
from meetings.rules.vote_count import VoteCount, count_votes
from meetings.rules.vote_figure import VoteFigure, vote_figure
from meetings.rules.vote_said import ABSTAIN, NO, YES, VoteUpshot, upshot

from .vote_claims import is_plenary, order_of

Answers = Mapping[int, Sequence[str]]
"""By primary key of a state, what each source says of its vote."""
NONE: Answers = {}
NAMES = {YES: "In favour", NO: "Against", ABSTAIN: "Abstaining"}


@dataclass(frozen=True)
class VoteOnRecord:
    """One recorded vote with every total that a source gives, and what sources say of each state."""

    vote: RecordedVote
    totals: tuple[VoteTotals, ...]
    answers: Answers = field(repr=False)

    @cached_property
    def figures(self) -> Mapping[str, VoteFigure]:
        """By answer, the number out of what all sources give."""
        return {one: vote_figure((total.numbers[one], total.rank) for total in self.totals) for one in NAMES}

    @property
    def three(self) -> list[tuple[str, VoteFigure]]:
        """In favour, against, abstaining, each under its name."""
        return [(name, self.figures[one]) for one, name in NAMES.items()]

    def of(self, country: Country) -> VoteUpshot:
        """What all sources together say of a state."""
        return upshot(self.answers.get(country.pk, ()))

    def count(self, members: Sequence[Country]) -> VoteCount:
        """The votes on record, each member once."""
        said = {country.name: self.answers[country.pk] for country in members if country.pk in self.answers}
        return count_votes(said, [country.name for country in members])


@dataclass(frozen=True)
class ResolutionVotes:
    """One resolution with its recorded votes: that of the General Assembly on the whole of it first."""

    resolution: Resolution
    votes: tuple[VoteOnRecord, ...]

    @cached_property
    def plenary(self) -> VoteOnRecord | None:
        """The vote of the General Assembly on the whole, if any is on record."""
        return next((one for one in self.votes if is_plenary(one.vote)), None)

    @property
    def others(self) -> tuple[VoteOnRecord, ...]:
        """Votes on paragraphs and in the First Committee."""
        return tuple(one for one in self.votes if one is not self.plenary)


@dataclass(frozen=True)
class AllVotes:
    """All resolutions by year, and the members whose votes they ask for, by name."""

    resolutions: tuple[ResolutionVotes, ...]
    members: tuple[Country, ...]

    @cached_property
    def plenary(self) -> tuple[VoteOnRecord, ...]:
        """The votes of the General Assembly on the whole of a resolution, by year."""
        return tuple(one.plenary for one in self.resolutions if one.plenary is not None)

    @cached_property
    def counts(self) -> Mapping[int, VoteCount]:
        """By primary key of a recorded vote, the votes on record."""
        every = (one for resolution in self.resolutions for one in resolution.votes)
        return {one.vote.pk: one.count(self.members) for one in every}


def plenary_votes(
    said: Iterable[Vote], recorded: Iterable[RecordedVote], resolutions: Iterable[Resolution]
) -> tuple[VoteOnRecord, ...]:
    """The votes of the General Assembly on the whole of a resolution, by year, without totals; of rows that are read."""
    answers: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        answers[one.recorded_vote_id][one.country_id].append(one.answer)
    known, found = {one.pk: one for one in resolutions}, dict[int, VoteOnRecord]()
    for vote in sorted(recorded, key=order_of):
        vote.resolution = known[vote.resolution_id]
        if is_plenary(vote):
            found.setdefault(vote.resolution_id, VoteOnRecord(vote, (), answers.get(vote.pk, NONE)))
    return tuple(sorted(found.values(), key=lambda one: (one.vote.resolution.year, one.vote.resolution.symbol)))


def all_votes() -> AllVotes:
    """Five queries, whatever the number of votes."""
    answers: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    said = Vote.objects.exclude(rank="superseded").order_by("pk")
    for vote_id, country_id, answer in said.values_list("recorded_vote_id", "country_id", "answer"):
        answers[vote_id][country_id].append(answer)
    totals = totals_by_vote(list(VoteTotals.objects.select_related("source").order_by("pk")))
    by_resolution: dict[int, list[VoteOnRecord]] = defaultdict(list)
    resolutions = {one.pk: one for one in Resolution.objects.order_by("year", "symbol")}
    for vote in sorted(RecordedVote.objects.all(), key=order_of):
        vote.resolution = resolutions[vote.resolution_id]
        on_record = VoteOnRecord(vote, totals.get(vote.pk, ()), answers.get(vote.pk, NONE))
        by_resolution[vote.resolution_id].append(on_record)
    return AllVotes(
        tuple(ResolutionVotes(one, tuple(by_resolution[pk])) for pk, one in resolutions.items()),
        tuple(members()),
    )


def members() -> Sequence[Country]:
    """The members of the United Nations by name. One query."""
    return list(Country.objects.filter(is_un_member=True).defer("note").order_by("name"))


def totals_by_vote(totals: Sequence[VoteTotals]) -> dict[int, tuple[VoteTotals, ...]]:
    """By primary key of the recorded vote; what is preferred first."""
    ranks = ("preferred", "normal", "superseded")
    found: dict[int, list[VoteTotals]] = defaultdict(list)
    for one in sorted(totals, key=lambda total: (ranks.index(total.rank), total.pk)):
        found[one.recorded_vote_id].append(one)
    return {pk: tuple(of) for pk, of in found.items()}
