"""The register of documents as its file gives it: the sources that the tables of reference data name by their keys.

editorial/reference/sources.csv has one row a document. Its columns are the fields of a source; ``authors`` are
separated by semicolons, ``to_be_checked`` is "yes" or empty, ``formerly`` holds the keys under which the library had
the same document before, separated by blanks: they lead to this one for ever.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from editorial.models import Source, SourceKind
from editorial.rules.partial_date import BadDate, PartialDate

from .bad_row import BadRow

PATH = Path(__file__).resolve().parent.parent / "reference" / "sources.csv"
WORDS = (
    *("kind", "title", "english_title", "publisher", "un_symbol", "meeting_session", "place", "event_date"),
    *("language", "url", "archived_url", "compared_by", "remarks"),
)


@dataclass(frozen=True)
class RegisterEntry:
    """One document of the register: its key, its facts, and the keys it had before."""

    key: str
    values: dict[str, Any]
    formerly: tuple[str, ...] = ()

    def create(self) -> Source:
        """The source of this document, for a library that has none."""
        return Source.objects.create(key=self.key, **self.values)


def entries() -> Iterator[RegisterEntry | BadRow]:
    """Every row of the file: a document, or what is wrong with the row."""
    with PATH.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        for row in reader:
            cells = {name: (value or "").strip() for name, value in row.items() if name}
            try:
                yield _entry(reader.line_num, cells)
            except BadRow as problem:
                yield problem


@cache
def register() -> Mapping[str, RegisterEntry]:
    """The documents by key."""
    return {entry.key: entry for entry in entries() if isinstance(entry, RegisterEntry)}


def _entry(line: int, row: dict[str, str]) -> RegisterEntry:
    if row["kind"] not in SourceKind.values:
        known = ", ".join(SourceKind.values)
        raise BadRow(f"{PATH.name}, line {line}, kind: “{row['kind']}” is not one of {known}.")
    if row["to_be_checked"] not in ("yes", ""):
        raise BadRow(
            f"{PATH.name}, line {line}, to_be_checked: “{row['to_be_checked']}”. Write yes, or leave it empty."
        )
    values: dict[str, Any] = {name: row[name] for name in WORDS}
    values |= {
        "authors": "\n".join(name.strip() for name in row["authors"].split(";") if name.strip()),
        "document_date": _date(line, row),
        "to_be_checked": row["to_be_checked"] == "yes",
        "compared_on": datetime.date.fromisoformat(row["compared_on"]) if row["compared_on"] else None,
    }
    return RegisterEntry(row["key"], values, tuple(row["formerly"].split()))


def _date(line: int, row: dict[str, str]) -> PartialDate | None:
    try:
        return PartialDate.parse(row["document_date"]) if row["document_date"] else None
    except BadDate as problem:
        raise BadRow(f"{PATH.name}, line {line}, document_date: {problem}") from None
