"""How far the reference data reaches, kind by kind. A researcher who has looked again since is never overruled."""

from __future__ import annotations

from countries.models import Coverage, Extent, FactKind
from editorial.importing.cells import Day, OneOf
from editorial.importing.sheet import Column, Sheet, SheetRow
from editorial.importing.source_cell import source_of_cell
from editorial.models import SourceKind

from .country import FOLDER


def _source(row: SheetRow) -> dict[str, object]:
    """The document that was compared, where there is one."""
    return {"source": source_of_cell(row["source"], kind=SourceKind.TREATY_ACTION) if row["source"] else None}


COVERAGE = Sheet(
    "coverage",
    "How far the record reaches",
    (
        Column("kind", OneOf(FactKind), needed=True),
        Column("scope"),
        Column("extent", OneOf(Extent), needed=True),
        Column("complete_until", Day()),
        Column("checked_on", Day()),
        Column("source", field="", needed=True),
        Column("covers"),
        Column("missing"),
    ),
    model=Coverage,
    key=("kind", "scope"),
    cited=_source,
    file=FOLDER / "coverage.csv",
)
