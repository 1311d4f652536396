"""Article 4 deadlines as they are printed."""

from __future__ import annotations

from countries.importing.state_column import ISO3
from editorial.importing.cells import OneOf, When
from editorial.importing.claim_columns import AS_OF, MADE_ON, SOURCES, certainty, claimed, made_on
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from impact.models import DeadlineKind, PublishedDeadline

from .columns import FOLDER


def _deadline(row: SheetRow) -> list[Made]:
    by = {"country": row["iso3"], "kind": row["kind"], "deadline": row["deadline"], "as_of": row["as_of"]}
    return [Made(PublishedDeadline, by, {"made_on": made_on(row), **claimed(row)}, is_claim=True)]


PUBLISHED_DEADLINES = Sheet(
    "published_deadlines",
    "Clearance deadlines as printed",
    (
        ISO3,
        Column("kind", OneOf(DeadlineKind), "stands, granted or asked.", needed=True),
        Column("deadline", When(), "The date; empty: a request whose date is not given.", needed=True),
        AS_OF,
        MADE_ON,
        certainty(),
        *SOURCES,
    ),
    model=PublishedDeadline,
    records=_deadline,
    file=FOLDER / "published_deadlines.csv",
    has_claims=True,
)
