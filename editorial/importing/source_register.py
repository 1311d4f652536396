"""The register of documents enters the source library before any table that names its documents by key."""

from __future__ import annotations

from editorial.actions.import_report import ImportReport
from editorial.actions.reference import reference
from editorial.actions.register_file import RegisterEntry, entries
from editorial.actions.source_register import enter


@reference("sources")
def load_sources(report: ImportReport) -> None:
    """Every document that the tables name, and the keys that it had before."""
    read = list(entries())
    for row in read:
        if not isinstance(row, RegisterEntry):
            report.refuse(row)
    enter([row for row in read if isinstance(row, RegisterEntry)], report)
