"""Treaty acts from sheets: one act a row, or a row a state as the depositary's tables have it."""

from __future__ import annotations

from datetime import date

from countries.models import Treaty, TreatyAction
from countries.rules.final_clauses import ActionKind
from editorial.importing.cells import Day, OneOf, YesNo
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.importing.source_cell import documents_of
from editorial.models import Source, SourceKind
from editorial.models.happened import ONLY_WHAT_HAPPENED

from .country import FOLDER
from .state_column import ISO3
from .treaty import TREATY

CONSENTS = {"protocol_v_consent": "ccw-protocol-v", "amended_protocol_ii_consent": "ccw-amended-protocol-ii"}

SOURCE = Column(
    "source",
    meaning="The document: @key, note 13; or in words.",
    field="",
    said=lambda act: f"@{act.source.key}" if act.source else "",
)


def source_of(row: SheetRow) -> dict[str, object]:
    """The document of an act, where the row names one, and the place in it. One word alone is the key of a document."""
    cell = row.cells.get("source", "")
    if not cell and not row.cells.get("source_title") and row.known.today is not None:
        return {}
    cells = dict(row.cells)
    if cell and " " not in cell and not cell.startswith("@") and row.known.today is not None:
        if row.known.find(Source, "key", cell) is None:
            raise row.refusal(
                "source", "No document has this key. Correct the cell, or enter that document first."
            )
        cells["source"] = f"@{cell}"
    first = documents_of(cells, kind=SourceKind.TREATY_ACTION)[0]
    return {"source": first.source, "source_locator": first.place}


def _act(row: SheetRow) -> list[Made]:
    by = {"treaty": row["treaty"], "country": row["iso3"], "kind": row["kind"].value, "date": row["date"]}
    _not_ahead(row, "date")
    details = ("effective_on", "published_effect", "in_armed_conflict", "place", "official", "note")
    return [Made(TreatyAction, by, {**row.given(*details), **source_of(row)})]


def _acts_of_state(row: SheetRow) -> list[Made]:
    """The signature and the deposit of a state, and its consents to protocols."""
    if row["deposit_date"] is not None and not row["deposit_kind"]:
        raise row.refusal("deposit_kind", "Say what was deposited: ratification, acceptance, approval, accession.")
    acts = [
        (row["treaty"] if name not in CONSENTS else row.known.named(Treaty, CONSENTS[name]), kind, name)
        for name, kind in (
            ("signed", ActionKind.SIGNATURE),
            ("deposit_date", row["deposit_kind"]),
            *((name, ActionKind.CONSENT) for name in CONSENTS),
        )
        if row[name] is not None
    ]
    source = source_of(row) if acts else {}
    for _, _, name in acts:
        _not_ahead(row, name)
    return [
        Made(
            TreatyAction,
            {"treaty": treaty, "country": row["iso3"], "kind": kind.value, "date": row[name]},
            dict(source),
        )
        for treaty, kind, name in acts
    ]


def _not_ahead(row: SheetRow, name: str) -> None:
    if row.known.today is not None and row[name] > row.known.today:
        raise row.refusal(name, f"It lies ahead. {ONLY_WHAT_HAPPENED}")


def _in_order(row: SheetRow) -> tuple[date, bool]:
    """What was done first comes first, so that one sheet may hold a signature and what rests on it."""
    return row["date"], row["kind"] != ActionKind.SIGNATURE


TREATY_ACTIONS = Sheet(
    "treaty_actions",
    "Treaty acts, one a row",
    (
        TREATY,
        ISO3,
        Column("kind", OneOf(ActionKind), "What was done.", needed=True),
        Column("date", Day(must="Every act has its day."), "As 2012-09-26.", needed=True),
        Column("effective_on", Day(), "The day of effect that the act itself names."),
        Column("published_effect", Day(), "The day of effect that the depositary published."),
        Column(
            "in_armed_conflict", YesNo(), "For a notice of withdrawal: whether the state was in an armed conflict."
        ),
        Column("place", meaning="Where."),
        Column("official", meaning="By whom."),
        SOURCE,
        Column("source_locator", meaning="The place in the document.", field="source_locator"),
        Column("note", meaning="What readers should know, with its citations."),
    ),
    model=TreatyAction,
    records=_act,
    order=_in_order,
    for_all="treaty",
    file=FOLDER / "treaty_actions.csv",
)

TREATY_STATUS = Sheet(
    "treaty_status",
    "Treaty acts, a row a state as in the depositary’s table",
    (
        TREATY,
        ISO3,
        Column("signed", Day(), "The day of signature.", needed=True),
        Column("deposit_date", Day(), "The day of deposit.", needed=True),
        Column("deposit_kind", OneOf(ActionKind, ""), "What was deposited.", needed=True),
        Column("entry_into_force", meaning="Left aside: it is computed."),
        Column("withdrawn", Day(), "Left aside: a notice is an act of its own."),
        Column("protocol_v_consent", Day(), "For the CCW: consent to Protocol V."),
        Column("amended_protocol_ii_consent", Day(), "For the CCW: consent to amended Protocol II."),
        SOURCE,
    ),
    records=_acts_of_state,
    for_all="treaty",
)

AT_THE_DESK = (TREATY_ACTIONS, TREATY_STATUS)
