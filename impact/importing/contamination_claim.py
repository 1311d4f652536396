"""Contamination, as sources answer."""

from __future__ import annotations

from countries.importing.state_column import AREA
from editorial.importing.cells import Decimals, Number, OneOf
from editorial.importing.claim_columns import AS_OF, MADE_ON, SOURCES, certainty, claimed, made_on
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from impact.models import ContaminationAnswer, ContaminationClaim

from .columns import FOLDER, bound


def _claim(row: SheetRow) -> list[Made]:
    by = {"country": row["iso3"], "as_of": row["as_of"], "place": row["place"]}
    values = {
        **row.given("answer", "area_km2", "confirmed_km2", "suspected_km2", "bound", "areas"),
        "made_on": made_on(row),
        **claimed(row),
    }
    return [Made(ContaminationClaim, by, values, is_claim=True)]


CONTAMINATION_CLAIMS = Sheet(
    "contamination_claims",
    "Contamination",
    (
        AREA,
        Column("answer", OneOf(ContaminationAnswer), "What the source says.", needed=True),
        Column("area_km2", Decimals(), "Square kilometres altogether, or of a kind that is not named."),
        Column("confirmed_km2", Decimals(), "Square kilometres confirmed."),
        Column("suspected_km2", Decimals(), "Square kilometres suspected."),
        bound("bound", "the area"),
        Column("areas", Number(), "How many areas, where the source counts them."),
        Column("place", meaning="The part of the state that the source speaks of."),
        AS_OF,
        MADE_ON,
        certainty(),
        *SOURCES,
    ),
    model=ContaminationClaim,
    records=_claim,
    file=FOLDER / "contamination_claims.csv",
    has_claims=True,
)
