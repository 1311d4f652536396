"""Columns that the sheets of claims share, and the notes that their source cells become."""

from __future__ import annotations

import re
from typing import Any

from editorial.models import Certainty, Rank
from editorial.rules.partial_date import PartialDate
from editorial.rules.source_cell import parts_about
from editorial.texts import cited_keys

from .cells import OneOf, When
from .lookups import Lookups
from .sheet import Column, SheetRow
from .sheet_records import documents_cited
from .source_cell import documents_of

_EDITION = re.compile(r"profile \((\d{4})\)|/reports/(\d{4})/", re.ASCII)


class Said(When):
    """When a claim was made. Empty: by the edition that its source names, if it names one; "unknown": nobody says."""

    def read(self, text: str, known: Lookups) -> Any:
        return UNSAID if text.lower() == "unknown" else super().read(text, known)

    def write(self, value: Any) -> str:
        return super().write(value) or "unknown"


UNSAID = object()

AS_OF = Column("as_of", When(), "The time that the claim is about.")
MADE_ON = Column("made_on", Said(), "When it was said; empty: by the edition that the source names; or: unknown.")
RANK = (
    Column("rank", OneOf(Rank, Rank.NORMAL), "normal, preferred or superseded."),
    Column("rank_reason", meaning="Why, for readers; needed with any other rank than normal."),
)
SOURCES = (
    Column(
        "source",
        meaning="The documents: @key, note 13; @key (a remark); or in words with an address.",
        needed=True,
        field="",
        said=lambda record: "; ".join(f"@{key}" for key in sorted(cited_keys(record.note))),
    ),
    Column("note", meaning="The whole note with its citations, in place of the one that the source cell becomes."),
)


def certainty(usual: Certainty = Certainty.REPORTED) -> Column:
    return Column("certainty", OneOf(Certainty, usual), f"How sure it is; empty: {usual.value}.")


def cited(row: SheetRow, about: tuple[str, ...] = (), *, others: tuple[str, ...] = ()) -> str:
    """The note of a record: a citation of each document that its source cell names, and what the cell remarks.

    ``about`` chooses the documents that are cited for one fact of a row that gives several. A row with a note of its own
    keeps that; its source cell may then name no other documents.
    """
    if note := row.cells.get("note", ""):
        if row.cells.get("source") and documents_cited(note) != {d.source.pk for d in documents_of(row.cells)}:
            raise row.refusal("source", "The column “note” cites other documents. Correct one of the two.")
        return note
    if not row.cells.get("source") and not row.cells.get("source_title") and row.known.today is not None:
        return ""  # what is on record without a source may stay as it is; anything new is refused
    documents = documents_of(row.cells)
    if about:
        documents = parts_about(documents, about, others)
    remarks = [f"{document.remark[0].upper()}{document.remark[1:]}." for document in documents if document.remark]
    return " ".join([*remarks, *(document.citation(labelled=not about) for document in documents)])


def noted(row: SheetRow) -> dict[str, object]:
    """For a record that cites its documents in its note."""
    return {"note": cited(row)}


def claimed(row: SheetRow) -> dict[str, object]:
    """For a claim: how sure it is, and the note that cites its documents."""
    return {"certainty": row["certainty"], **noted(row)}


def ranked(row: SheetRow) -> dict[str, object]:
    """Rank and reason, where the file has them. Raises BadRow for a rank without one."""
    if row["rank"] != Rank.NORMAL and not row["rank_reason"]:
        raise row.refusal("rank_reason", f"Say why this figure is {row['rank'].label.lower()}.")
    return row.given("rank", "rank_reason")


def edition_of(words: str) -> PartialDate | None:
    """The year of the Monitor edition that a source names. It is when the figures were said, not what they are about."""
    found = _EDITION.search(words)
    return PartialDate(int(found[1] or found[2])) if found else None


def made_on(row: SheetRow) -> PartialDate | None:
    """When a claim was made: as the row says, or by the edition that its source names."""
    said: PartialDate | None = None if row["made_on"] is UNSAID else row["made_on"]
    if row["made_on"] is not None or not row.cells.get("source", row.cells.get("source_title")):
        return said
    return edition_of(" ".join(document.words for document in documents_of(row.cells)))
