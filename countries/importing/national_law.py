"""Laws by which states carry the convention out, as sources give them."""

from __future__ import annotations

from countries.models import NationalLaw, NationalLawKind, NationalLawStatus
from editorial.importing.cells import OneOf, When
from editorial.importing.claim_columns import AS_OF, MADE_ON, SOURCES, certainty, claimed, made_on
from editorial.importing.sheet import Column, Made, Sheet, SheetRow

from .country import FOLDER
from .state_column import ISO3


def _law(row: SheetRow) -> list[Made]:
    by = {"country": row["iso3"], "kind": row["kind"], "title": row["title"]}
    values = {
        **row.given(
            "original_title", "known_as", "status", "adopted_on", "in_force_on", "covers", "penalty", "as_of"
        ),
        "made_on": made_on(row),
        **claimed(row),
    }
    return [Made(NationalLaw, by, values, is_claim=True)]


NATIONAL_LAWS = Sheet(
    "national_laws",
    "National laws",
    (
        ISO3,
        Column("kind", OneOf(NationalLawKind), "What it is.", needed=True),
        Column("title", meaning="In English, as the source gives it.", needed=True),
        Column("original_title", meaning="In the language of the law."),
        Column("known_as", meaning="The name under which all that is said of this law stands; empty: its title."),
        Column("status", OneOf(NationalLawStatus, ""), "How far it has come; empty: the source does not say."),
        Column("adopted_on", When(), "When it was adopted."),
        Column("in_force_on", When(), "When it entered into force."),
        Column("covers", meaning="What it covers, in your own words."),
        Column("penalty", meaning="The penalty, in words."),
        AS_OF,
        MADE_ON,
        certainty(),
        *SOURCES,
    ),
    model=NationalLaw,
    key=("country", "kind", "title"),
    records=_law,
    file=FOLDER / "national_laws.csv",
    has_claims=True,
)
