"""Texts read on states."""

from __future__ import annotations

from countries.models import StateCoverage
from editorial.importing.cells import Number
from editorial.importing.sheet import Column, Sheet, SheetRow
from editorial.importing.source_cell import documents_of

from .country import FOLDER, SOURCE
from .state_column import ISO3


def _read(row: SheetRow) -> dict[str, object]:
    """All documents that the row names, each cited."""
    return {"note": "; ".join(document.citation() for document in documents_of(row.cells))}


STATE_COVERAGE = Sheet(
    "state_coverage",
    "Texts read on states",
    (
        ISO3,
        Column("newest_text", Number(), "The year of the newest, where that is old."),
        Column("missing", meaning="What they do not give."),
        SOURCE,
    ),
    model=StateCoverage,
    key=("country",),
    cited=_read,
    file=FOLDER / "state_coverage.csv",
)
