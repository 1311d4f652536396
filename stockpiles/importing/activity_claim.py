"""Use, production, trade and stockpiling, as sources answer."""

from __future__ import annotations

from countries.importing.state_column import ISO3
from editorial.importing.cells import OneOf
from editorial.importing.sheet import Column, Sheet
from stockpiles.models import Activity, ActivityClaim, Answer

from .columns import AS_OF, FOLDER, SOURCES, TYPE, certainty, claimed

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
    key=("country", "activity", "munition_type", "as_of"),
    cited=claimed,
    file=FOLDER / "activity_claims.csv",
    has_claims=True,
)
