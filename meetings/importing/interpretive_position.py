"""Views of states on disputed questions, outside any statement, as sources give them."""

from __future__ import annotations

from countries.importing.state_column import ISO3
from editorial.importing.cells import OneOf
from editorial.importing.claim_columns import AS_OF, MADE_ON, SOURCES, certainty, claimed, made_on
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from meetings.models import InterpretiveAnswer, InterpretiveIssue, InterpretivePosition

from .meeting import FOLDER


def _view(row: SheetRow) -> list[Made]:
    by = {"country": row["iso3"], "issue": row["issue"]}
    values = {**row.given("answer", "view", "as_of"), "made_on": made_on(row), **claimed(row)}
    return [Made(InterpretivePosition, by, values, is_claim=True)]


INTERPRETIVE_POSITIONS = Sheet(
    "interpretive_positions",
    "Positions on disputed questions, outside statements",
    (
        ISO3,
        Column("issue", OneOf(InterpretiveIssue), "The question.", needed=True),
        Column("answer", OneOf(InterpretiveAnswer), "The answer in a word.", needed=True),
        Column("view", meaning="The view in your own few words."),
        AS_OF,
        MADE_ON,
        certainty(),
        *SOURCES,
    ),
    model=InterpretivePosition,
    key=("country", "issue"),
    records=_view,
    file=FOLDER / "interpretive_positions.csv",
    has_claims=True,
)
