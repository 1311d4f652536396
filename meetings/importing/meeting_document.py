"""Documents of meetings that sources name, readers see them with the way to their source."""

from __future__ import annotations

from editorial.importing.cells import NEEDED, OneOf, When
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.importing.source_cell import sourced
from meetings.models import DocumentKind, MeetingDocument

from .meeting import FOLDER, MEETING


def _document(row: SheetRow) -> list[Made]:
    """A document is known by its meeting and title; readers see it, since everything here is in their library too."""
    values = {
        **row.given("kind", "un_symbol", "date", "language"),
        "source": sourced(row.cells)["source"],
        "is_public": True,
    }
    return [Made(MeetingDocument, {"meeting": row["meeting"], "title": row["title"]}, values)]


MEETING_DOCUMENTS = Sheet(
    "meeting_documents",
    "Documents of meetings",
    (
        MEETING,
        Column("kind", OneOf(DocumentKind), "What kind of document it is.", needed=True),
        Column("title", NEEDED, needed=True),
        Column("un_symbol"),
        Column("date", When(), "The date on it."),
        Column("language", meaning="Code of its language: en."),
        Column("source", meaning="It in the library, or where it is named: @key.", needed=True, field=""),
    ),
    records=_document,
    file=FOLDER / "meeting_documents.csv",
)
