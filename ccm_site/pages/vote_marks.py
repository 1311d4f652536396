"""What the matrix says of a state's votes at the General Assembly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from countries.models import Country
from editorial.views.addresses import addresses
from meetings.models import Vote
from meetings.queries.votes import VoteOnRecord, all_votes, plenary_votes
from meetings.rules.vote_said import VoteUpshot

from .parts import UNRECORDED, PageMark, PageMoment

WORDS = {
    VoteUpshot.YES: "In favour",
    VoteUpshot.ABSTAIN: "Abstained",
    VoteUpshot.NO: "Against",
    VoteUpshot.ABSENT: "Did not vote",
    VoteUpshot.DIFFER: "Sources differ",
}
NO_MEMBER = PageMark("no-member", "No member of the UN", rank=len(WORDS))


def _plenary(at: PageMoment) -> Sequence[VoteOnRecord]:
    """The votes of the General Assembly by year."""
    if "votes" not in at.beside:
        return all_votes().plenary
    return plenary_votes(*(at.beside.rows(name, None) for name in ("votes", "recorded votes", "resolutions")))


def vote_marks(countries: Sequence[Country], at: PageMoment) -> Mapping[int, PageMark]:
    """The newest vote of the General Assembly on the convention that is on record of each state, with its year.

    What is no member has no vote; of a member without any on record nothing is said.
    """
    votes = at.kept.value("plenary votes", lambda: _plenary(at), on=(Vote.SHOWN_ON,))
    page_of, ranks = addresses("country", "a-slug"), list(WORDS)

    def mark(country: Country) -> PageMark:
        if not country.is_un_member:
            return NO_MEMBER
        for vote in reversed(votes):
            found = vote.of(country)
            if found is not VoteUpshot.NOTHING:
                year, url = str(vote.vote.resolution.year), f"{page_of(country.slug)}#votes"
                return PageMark(found.value, WORDS[found], basis=f"in {year}", rank=ranks.index(found), url=url)
        return UNRECORDED

    return {country.pk: mark(country) for country in countries}
