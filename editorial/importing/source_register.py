"""The register of documents: the sources that the tables of reference data name by their keys, one row a document.

It enters the source library before any table that names its documents, each as one source, under whatever keys the
library had it before: those are in the column ``formerly``, parted by blanks, and lead to this one for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import transaction

from editorial.actions.import_report import ImportReport
from editorial.actions.reference import reference
from editorial.actions.source_library import merge_sources
from editorial.models import Source, SourceKind, create_many

from .cells import NEEDED, Day, OneOf, Text, When, YesNo
from .lookups import Lookups
from .sheet import Column, Sheet
from .sheet_loader import readable
from .sheet_records import bring
from .source_library import FACTS

#: The reason under which example content used to be entered in the name of a demo account.
ENTERED_AS_DEMO = "Entered from the documents"
MERGED = "The same document under another key"
CHECK = ("to_be_checked", "compared_on", "compared_by")


class Authors(Text):
    """Names parted by semicolons, as a source keeps them: one a line."""

    def read(self, text: str, known: Lookups) -> str:
        return "\n".join(name.strip() for name in text.split(";") if name.strip())


REGISTER = Sheet(
    "sources",
    "Documents",
    (
        Column("key", NEEDED, needed=True),
        Column("kind", OneOf(SourceKind), needed=True),
        Column("authors", Authors()),
        *map(Column, ("title", "english_title", "publisher", "un_symbol", "meeting_session", "place")),
        Column("document_date", When()),
        *map(Column, ("event_date", "language", "url", "archived_url")),
        Column("to_be_checked", YesNo()),
        Column("compared_on", Day()),
        *map(Column, ("compared_by", "remarks")),
        Column("formerly", field=""),
    ),
    model=Source,
    key=("key",),
    file=Path(__file__).resolve().parent.parent / "reference" / "sources.csv",
)


@dataclass(frozen=True)
class RegisterEntry:
    """One document of the register: its key, its facts, and the keys it had before."""

    key: str
    values: Mapping[str, object]
    formerly: tuple[str, ...] = ()

    def source(self) -> Source:
        """The source of this document, for a library that has none. It is not stored yet."""
        return Source(key=self.key, **self.values)

    def create(self) -> Source:
        """The same, stored."""
        source = self.source()
        source.save()
        return source


def entries(report: ImportReport) -> Iterator[RegisterEntry]:
    """The documents of the file; a row that cannot be read is noted in the report."""
    for row in readable(REGISTER, report):
        (made,) = REGISTER.made(row)
        yield RegisterEntry(row["key"], made.values, tuple(row["formerly"].split()))


@cache
def register() -> Mapping[str, RegisterEntry]:
    """The documents by key."""
    return {entry.key: entry for entry in entries(ImportReport())}


@reference("sources")
def load_sources(report: ImportReport) -> None:
    """Every document that the tables name, and the keys that it had before."""
    enter(entries(report), report)


@transaction.atomic
def enter(entries: Iterable[RegisterEntry], report: ImportReport) -> None:
    """Bring the library to the register. To be called while a change is recorded.

    An entry that a person has edited is left as it is. Older entries of the same document are merged into it, and what
    a person had put right in them comes along; a key that this library never had leads to the document all the same.
    """
    entries = list(entries)
    known = {source.key: source for source in Source.objects.all()}
    new = {entry.key: entry.source() for entry in entries if entry.key not in known}
    create_many(list(new.values()))
    report.created += len(new)
    edited, stand_ins = _edited_by_people(), []
    for entry in entries:
        source = new.get(entry.key) or _entered(entry, known[entry.key], edited, report)
        for key in entry.formerly:
            older = known.get(key)
            if older is None:
                stand_ins.append(_stand_in(key, source))
            elif older.merged_into_id is None and older.pk != source.pk:
                if older.pk in edited:
                    _take_along(older, source)
                merge_sources(source=older, into=source, by=None, reason=MERGED)
                report.changed += 1
    create_many(stand_ins)


def _entered(entry: RegisterEntry, source: Source, edited: set[int], report: ImportReport) -> Source:
    if source.merged_into is not None:
        return source.merged_into  # a person has merged it into another entry
    brought: Source = bring(
        source,
        {"as_printed": "", **entry.values},
        is_edited=lambda: bool(edited & {source.pk, *source.merged_sources.values_list("pk", flat=True)}),
        report=report,
    )
    return brought


def _edited_by_people() -> set[int]:
    """Sources that a person has changed; what the demo content entered in the name of one is not among them."""
    by_people = Source.history.filter(history_user__isnull=False)
    by_people = by_people.exclude(history_type="+", history_change_reason=ENTERED_AS_DEMO)
    return set(by_people.values_list("id", flat=True))


def _stand_in(key: str, source: Source) -> Source:
    """A key under which a document was known elsewhere: it says nothing of its own and leads to the document."""
    return Source(key=key, kind=source.kind, title=source.title or source.line(), merged_into=source)


def _take_along(older: Source, source: Source) -> None:
    """What people changed in an entry since it was loaded, put into the entry that takes its place."""
    first = older.history.order_by("history_date", "history_id").first()
    for name in FACTS:
        is_told = name not in ("as_printed", "to_be_checked") and getattr(older, name)
        if is_told and getattr(older, name) != getattr(first, name):
            setattr(source, name, getattr(older, name))
    if not older.to_be_checked:
        for name in CHECK:
            setattr(source, name, getattr(older, name))
    source.save()
