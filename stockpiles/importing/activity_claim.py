"""Use, production, trade, hosting and stockpiling, as sources answer."""

from __future__ import annotations

from countries.importing.state_column import ISO3, States
from editorial.importing.cells import OneOf, When
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from stockpiles.models import Activity, ActivityClaim, ActivityPlace, Answer, Tense

from .columns import AS_OF, FOLDER, MADE_ON, SOURCES, TYPE, certainty, claimed, made_on


def _claim(row: SheetRow) -> list[Made]:
    by = {"country": row["iso3"], **{name: row[name] for name in ("activity", "munition_type", "as_of")}}
    values = {
        "answer": row["answer"],
        **row.given("period_start", "period_end", "tense", "time_in_words"),
        "made_on": made_on(row),
        **claimed(row),
    }
    claim = Made(ActivityClaim, by, values, is_claim=True)
    return [claim, *(Made(ActivityPlace, {"claim": claim, "country": place}, {}) for place in row["places"])]


ACTIVITY_CLAIMS = Sheet(
    "activity_claims",
    "Use, production and trade",
    (
        ISO3,
        Column("activity", OneOf(Activity), "What is asked.", needed=True),
        TYPE,
        Column("answer", OneOf(Answer), "What the source says.", needed=True),
        Column(
            "places",
            States(),
            "Where they were used, to or from whom they went, whose stocks are hosted: ISO codes parted by blanks.",
            said=lambda claim: [place.iso3 for place in claim.named_places],
        ),
        Column("period_start", When(), "Since when, for a period."),
        Column("period_end", When(), "Until when."),
        Column("tense", OneOf(Tense, ""), "now or past, where the source says no more."),
        Column("time_in_words", meaning="The time as the source words it, where it is no date."),
        AS_OF,
        MADE_ON,
        certainty(),
        *SOURCES,
    ),
    model=ActivityClaim,
    key=("country", "activity", "munition_type", "as_of"),
    records=_claim,
    file=FOLDER / "activity_claims.csv",
    has_claims=True,
)
