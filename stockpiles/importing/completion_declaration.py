"""The end of a duty in three dates."""

from __future__ import annotations

from countries.importing.state_column import ISO3
from editorial.importing.cells import When
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.models import Certainty
from stockpiles.models import CompletionDeclaration

from .columns import (
    ARTICLE,
    FOLDER,
    MADE_ON,
    MEETING,
    OBLIGATION,
    RANK,
    SOURCES,
    certainty,
    claimed,
    made_on,
    obligation,
    ranked,
)


def read_completion(row: SheetRow) -> list[Made]:
    """The end of the duty, and for Article 4 the obligation that it ends."""
    if not any(row[name] for name in ("last_item_on", "announced_on", "declared_on")):
        raise row.refusal("last_item_on", "Give one of the three dates: done, announced or declared.")
    of = obligation(row)
    by = {"country": row["iso3"], "article": row["article"], "last_item_on": row["last_item_on"], **of}
    values = {
        **row.given("announced_on", "declared_on", "declared_at", "margin_as_stated"),
        "made_on": made_on(row),
        **ranked(row),
        **claimed(row),
    }
    return [*of.values(), Made(CompletionDeclaration, by, values, is_claim=True)]


COMPLETIONS = Sheet(
    "completions",
    "Completions",
    (
        ISO3,
        ARTICLE,
        OBLIGATION,
        Column("last_item_on", When(), "When the last munition was destroyed, or the last area cleared."),
        Column("announced_on", When(), "When that was announced."),
        Column("declared_on", When(), "When it was declared to the states parties."),
        Column("declared_at", MEETING, "The meeting at which it was, by its address."),
        Column("margin_as_stated", meaning="How far before or after the deadline, in the source’s words."),
        MADE_ON,
        certainty(Certainty.STATED),
        *RANK,
        *SOURCES,
    ),
    model=CompletionDeclaration,
    records=read_completion,
    file=FOLDER / "completions.csv",
    has_claims=True,
)
