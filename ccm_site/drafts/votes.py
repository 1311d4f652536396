"""How the state voted on the convention's resolutions at the General Assembly, and what it did for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from countries.models import FactKind
from editorial.models import Cited
from editorial.rules.calendar import in_words
from meetings.models import Resolution, ResolutionSponsor, SponsorRole, Vote
from meetings.queries.state_votes import VoteOfState, votes_of
from meetings.rules.vote_said import ABSENT, ABSTAIN, NO, YES, VoteUpshot

from .parts import NotePart, Sentence, Subject
from .words import alike, listed

DID = {YES: "voted in favour of", NO: "voted against", ABSTAIN: "abstained on", ABSENT: "did not vote on"}
ROLES = {
    SponsorRole.SUBMITTER: "submitted",
    SponsorRole.LEAD: "was a lead sponsor of",
    SponsorRole.SPONSOR: "sponsored",
    SponsorRole.EXPLANATION: "explained its vote on",
}


def votes(about: Subject) -> Iterable[Sentence]:
    """A sentence for each answer, one where sources differ, and of how many votes nothing is known. Of members alone."""
    years = votes_of(about.country)
    shown = [vote for year in years for vote in year.votes]
    said = [vote for vote in shown if vote.said and vote.upshot is not VoteUpshot.DIFFER]
    for same in alike(said, lambda vote: (vote.vote.get_body_display(), vote.upshot.value)):
        names = listed([_name(vote) for vote in same])
        where = f"In the {same[0].vote.get_body_display()} of the United Nations" if not same[0].is_main else ""
        where = where or "At the United Nations General Assembly"
        lists = ", by the lists cited" if same[0].upshot is VoteUpshot.ABSENT else ""
        yield Sentence(
            f"{where} {about.name} {DID[same[0].upshot.value]} {names}{lists}.", tuple(map(_note, same))
        )
    for vote in (one for one in shown if one.upshot is VoteUpshot.DIFFER):
        each = "; ".join(f"{_who(claims)}, it {DID[claims[0].answer]} it" for _, claims in vote.by_answer)
        yield Sentence(f"Of {_name(vote)} sources differ: {each}.", (_note(vote),))
    roles = ((year.resolution, row) for year in years for row in year.roles)
    for alike_roles in alike(roles, lambda pair: pair[1].role):
        role = ROLES[SponsorRole(alike_roles[0][1].role)]
        yield Sentence(f"It {role} {_resolutions(alike_roles)}.", _of_roles(alike_roles))
    unknown = sum(1 for vote in shown if vote.is_main and not vote.said)
    if unknown and len(shown) > unknown:
        which = "one further resolution" if unknown == 1 else f"{in_words(unknown)} further resolutions"
        yield about.nothing(f"How it voted on {which} is not known: no vote", FactKind.VOTES)
    elif unknown or (not years and about.country.is_un_member):
        yield about.nothing("No vote at the United Nations General Assembly", FactKind.VOTES)


def _name(vote: VoteOfState) -> str:
    paragraph = f", {vote.vote.paragraph[0].lower()}{vote.vote.paragraph[1:]}" if vote.vote.paragraph else ""
    return f"{vote.vote.resolution.symbol} ({vote.vote.resolution.year}{paragraph})"


def _who(claims: Sequence[Vote]) -> str:
    return f"according to {listed(list(dict.fromkeys(claim.who for claim in claims)))}"


def _note(vote: VoteOfState) -> NotePart:
    """The sources of one vote, each with its place."""
    cited = (Cited(claim.source, claim.source_locator) for claim in vote.said)
    return NotePart(tuple(dict.fromkeys(cited)), of=vote.vote.resolution.symbol)


Roles = Sequence[tuple[Resolution, ResolutionSponsor]]


def _resolutions(roles: Roles) -> str:
    return listed(list(dict.fromkeys(f"{resolution.symbol} ({resolution.year})" for resolution, _ in roles)))


def _of_roles(roles: Roles) -> tuple[NotePart, ...]:
    return tuple(
        NotePart(
            tuple(dict.fromkeys(Cited(row.source, row.source_locator) for _, row in same)), of=same[0][0].symbol
        )
        for same in alike(roles, lambda pair: pair[0].pk)
    )
