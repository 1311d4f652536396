"""Entering the register of documents: each is one source, under whatever keys the library had it before."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from editorial.models import Source

from .import_report import ImportReport
from .reference import bring
from .register_file import RegisterEntry
from .source_library import merge_sources

#: The reason under which example content used to be entered in the name of a demo account.
ENTERED_AS_DEMO = "Entered from the documents"
MERGED = "The same document under another key"
#: What a person may have put right in an older entry of the same document.
FACTS = (
    *("kind", "authors", "title", "english_title", "publisher", "un_symbol", "meeting_session", "place"),
    *("document_date", "event_date", "language", "url", "archived_url", "accessed_on", "remarks"),
)
CHECK = ("to_be_checked", "compared_on", "compared_by")


@transaction.atomic
def enter(entries: Iterable[RegisterEntry], report: ImportReport) -> None:
    """Bring the library to the register. To be called while a change is recorded.

    An entry that a person has edited is left as it is. Older entries of the same document are merged into it, and what
    a person had put right in them comes along; a key that this library never had leads to the document all the same.
    """
    known = {source.key: source for source in Source.objects.all()}
    edited = _edited_by_people()
    for entry in entries:
        source = _entered(entry, known.get(entry.key), edited, report)
        for key in entry.formerly:
            older = known.get(key)
            if older is None:
                _stand_in(key, source)
            elif older.merged_into_id is None and older.pk != source.pk:
                if older.pk in edited:
                    _take_along(older, source)
                merge_sources(source=older, into=source, by=None, reason=MERGED)
                report.changed += 1


def _entered(entry: RegisterEntry, source: Source | None, edited: set[int], report: ImportReport) -> Source:
    if source is None:
        report.created += 1
        return entry.create()
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


def _stand_in(key: str, source: Source) -> None:
    """A key under which a document was known elsewhere: it says nothing of its own and leads to the document."""
    Source.objects.create(key=key, kind=source.kind, title=source.title or source.line(), merged_into=source)


def _take_along(older: Source, source: Source) -> None:
    """What people changed in an entry since it was loaded, put into the entry that takes its place."""
    first = older.history.order_by("history_date", "history_id").first()
    for name in FACTS:
        if getattr(older, name) != getattr(first, name) and getattr(older, name):
            setattr(source, name, getattr(older, name))
    if not older.to_be_checked:
        for name in CHECK:
            setattr(source, name, getattr(older, name))
    source.save()
