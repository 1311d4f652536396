"""How states voted at the General Assembly."""

from __future__ import annotations

from countries.importing.country import one_document
from countries.importing.state_column import ISO3
from editorial.importing.cells import OneOf
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from meetings.models import Vote, VoteAnswer

from .recorded_vote import CERTAINTY, MADE_ON, RECORDED_VOTE
from .resolution import FOLDER, ONE_SOURCE


def _vote(row: SheetRow) -> list[Made]:
    """What two sources say of a state are two rows, also where they agree."""
    cited = one_document(row)
    by = {"recorded_vote": row["vote"], "country": row["iso3"], "source": cited.pop("source")}
    return [Made(Vote, by, {**cited, **row.given("answer", "made_on", "certainty")})]


VOTES = Sheet(
    "votes",
    "How states voted at the General Assembly",
    (
        RECORDED_VOTE,
        ISO3,
        Column("answer", OneOf(VoteAnswer), "How it voted.", needed=True),
        MADE_ON,
        CERTAINTY,
        ONE_SOURCE,
    ),
    model=Vote,
    key=("recorded_vote", "country"),
    records=_vote,
    file=FOLDER / "votes.csv",
    names_none_above=True,
)
