"""Recorded votes of the General Assembly and its First Committee, and their totals."""

from __future__ import annotations

from countries.importing.country import one_document
from editorial.importing.cells import NEEDED, Named, Number, OneOf, When
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.models import Certainty, Rank
from meetings.models import RecordedVote, VoteTotals, VotingBody

from .resolution import FOLDER, ONE_SOURCE, RESOLUTION

RECORDED_VOTE = Column(
    "vote", Named(RecordedVote, must=True), "The recorded vote, by its slug.", needed=True, field="recorded_vote"
)
MADE_ON = Column("made_on", When(), "When it was said: the date of the edition that says so.")
CERTAINTY = Column("certainty", OneOf(Certainty, Certainty.REPORTED), "How sure it is; empty: reported.")

RECORDED_VOTES = Sheet(
    "recorded_votes",
    "Recorded votes on resolutions and their drafts",
    (
        Column("slug", NEEDED, "Its name in other sheets.", needed=True),
        RESOLUTION,
        Column("body", OneOf(VotingBody), needed=True),
        Column("paragraph", meaning="Empty for a vote on the whole."),
        Column("held_on", When()),
        ONE_SOURCE,
    ),
    model=RecordedVote,
    key=("slug",),
    cited=one_document,
    file=FOLDER / "recorded_votes.csv",
)


def _totals(row: SheetRow) -> list[Made]:
    """Two sources that disagree are two rows."""
    cited = one_document(row)
    by = {"recorded_vote": row["vote"], "source": cited.pop("source")}
    numbers = row.given("yes", "no", "abstained", "made_on", "certainty", "rank", "rank_reason")
    return [Made(VoteTotals, by, {**cited, **numbers})]


VOTE_TOTALS = Sheet(
    "vote_totals",
    "How many voted which way, as sources give it",
    (
        RECORDED_VOTE,
        Column("yes", Number(), "In favour; empty where the source gives no number."),
        Column("no", Number(), "Against."),
        Column("abstained", Number()),
        MADE_ON,
        CERTAINTY,
        Column("rank", OneOf(Rank, Rank.NORMAL), "normal, preferred or superseded."),
        Column("rank_reason", meaning="Why, for readers; needed with any other rank than normal."),
        ONE_SOURCE,
    ),
    records=_totals,
    file=FOLDER / "vote_totals.csv",
    names_none_above=True,
)
