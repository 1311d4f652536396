"""Use, production, trade and stockpiling, as sources answer."""

from __future__ import annotations

from countries.importing.state_column import ISO3
from editorial.importing.cells import OneOf
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from stockpiles.models import Activity, ActivityClaim, Answer

from .columns import AS_OF, FOLDER, SOURCES, TYPE, certainty, cited


def read_activity(row: SheetRow) -> list[Made]:
    """One answer of one source."""
    by = {
        "country": row["iso3"],
        "activity": row["activity"],
        "munition_type": row["munition_type"],
        "as_of": row["as_of"],
    }
    values = {"answer": row["answer"], "certainty": row["certainty"], "note": cited(row)}
    return [Made(ActivityClaim, by, values, is_claim=True)]


ACTIVITY_CLAIMS = Sheet(
    "activity_claims",
    "Use, production and trade",
    (
        ISO3,
        Column("activity", OneOf(Activity), "What is asked.", needed=True),
        TYPE,
        Column("answer", OneOf(Answer), "What the source says.", needed=True),
        AS_OF,
        certainty(),
        *SOURCES,
    ),
    model=ActivityClaim,
    records=read_activity,
    file=FOLDER / "activity_claims.csv",
    has_claims=True,
)
