"""What the matrix says of a state's votes at the General Assembly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from countries.models import Country
from editorial.views.addresses import addresses
from meetings.models import Vote
from meetings.queries.votes import all_votes
from meetings.rules.vote_said import VoteUpshot

from .parts import PageMark, PageMoment

WORDS = {
    VoteUpshot.YES: "In favour",
    VoteUpshot.ABSTAIN: "Abstained",
    VoteUpshot.NO: "Against",
    VoteUpshot.ABSENT: "Did not vote",
    VoteUpshot.DIFFER: "Sources differ",
}
NOTHING = PageMark("nothing", "Nothing recorded here", "unknown", rank=len(WORDS))
NO_MEMBER = PageMark("no-member", "No member of the UN", rank=len(WORDS) + 1)


def vote_marks(countries: Sequence[Country], at: PageMoment) -> Mapping[int, PageMark]:
    """The newest vote of the General Assembly on the convention that is on record of each state, with its year.

    What is no member has no vote; of a member without any on record nothing is said.
    """
    view = at.kept.value("votes", all_votes, on=(Vote.SHOWN_ON,))
    page_of, ranks = addresses("country", "a-slug"), list(WORDS)

    def mark(country: Country) -> PageMark:
        if not country.is_un_member:
            return NO_MEMBER
        for vote in reversed(view.plenary):
            found = vote.of(country)
            if found is not VoteUpshot.NOTHING:
                year, url = str(vote.vote.resolution.year), f"{page_of(country.slug)}#votes"
                return PageMark(found.value, WORDS[found], basis=f"in {year}", rank=ranks.index(found), url=url)
        return NOTHING

    return {country.pk: mark(country) for country in countries}
