"""Treaties with their final clauses, and their other names. A convention stands above its protocols in the file."""

from __future__ import annotations

from countries.models import Treaty, TreatyAlias
from countries.rules.final_clauses import Counting, TreatyKind
from editorial.importing.cells import Day, Named, Number, OneOf, YesNo
from editorial.importing.sheet import Column, Sheet
from editorial.importing.source_cell import sourced
from editorial.models import SourceKind

from .country import FOLDER, SOURCE

COUNT, MUST_SAY = Number(must="Write a whole number."), YesNo(must_say=True)

TREATIES = Sheet(
    "treaties",
    "Treaties",
    (
        Column("slug", needed=True),
        Column("short_name"),
        Column("title"),
        Column("full_title"),
        Column("title_in_sentence"),
        Column("kind", OneOf(TreatyKind)),
        Column("parent", Named(Treaty)),
        Column("order", COUNT),
        Column("depositary"),
        Column("untc_number"),
        Column("url"),
        Column("adopted_on", Day()),
        Column("adopted_at"),
        Column("opened_for_signature", Day()),
        Column("closed_for_signature", Day()),
        Column("signature_ends_at_entry_into_force", MUST_SAY),
        Column("signed_in", meaning="Where the signing conference was; for the signatures of its days.", field=""),
        Column("signed_there_until", Day(), field=""),
        Column("published_in_force", Day()),
        Column("threshold_reached_on", Day()),
        Column("signature_article"),
        Column("consent_article"),
        Column("accession_article"),
        Column("acceptance_without_signature", MUST_SAY),
        Column("first_article"),
        Column("later_article"),
        Column("instruments_needed", COUNT),
        Column("months", COUNT),
        Column("counting", OneOf(Counting)),
        Column("provisional_article"),
        Column("provisional_covers"),
        Column("reservations_article"),
        Column("reservations_allowed", MUST_SAY),
        Column("withdrawal_article"),
        Column("withdrawal_months", COUNT),
        Column("withdrawal_waits_for_peace", MUST_SAY),
        SOURCE,
    ),
    model=Treaty,
    key=("slug",),
    cited=lambda row: sourced(row.cells, kind=SourceKind.TREATY_ACTION),
    file=FOLDER / "treaties.csv",
)

TREATY = Column("treaty", Named(Treaty, must=True), "The treaty, by its slug.", needed=True)

TREATY_ALIASES = Sheet(
    "treaty_aliases",
    "Other names of treaties",
    (TREATY, Column("name", needed=True)),
    model=TreatyAlias,
    key=("name",),
    file=FOLDER / "treaty_aliases.csv",
)
