"""Keeping the search index in step with what is published."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.db import models, transaction
from django.utils.html import strip_tags

from editorial.actions.derived import derived
from editorial.models import PublicationCounter, SearchEntry
from editorial.models.following import HowWritten
from editorial.models.trial import is_on_trial
from editorial.rules.search_words import indexable
from editorial.rules.word_forms import index_text
from editorial.slots import Slot

ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
"""For what readers see from the moment it is recorded."""
LONGEST_BODY = 200_000
"""Characters of a body that are indexed; PostgreSQL refuses a vector of more than a megabyte."""

AT_ONCE = 200
"""Entries that are written together."""


@dataclass(frozen=True)
class SearchDocument:
    """The words of one public record. ``states`` are the keys that addresses use (PER), ``also`` words that are
    not shown and count together with others: "deadline" for the page of Chad, though not alone."""

    object_id: int
    url: str
    title: str
    visible_from: datetime
    visible_until: datetime | None = None
    context: str = ""
    body: str = ""
    also: str = ""
    language: str = ""
    day: date | None = None
    states: tuple[str, ...] = ()


def joined(between: str, *parts: str) -> str:
    """Those of the parts that say something."""
    return between.join(part for part in parts if part)


Documents = Callable[[Any], Iterable[SearchDocument]]


def _own_id(record: models.Model) -> list[int]:
    return [record.pk]


@dataclass(frozen=True)
class Searchable:
    """A kind of record that search finds.

    ``priority`` orders the kinds (lowest first) where a question is too wide to rank. ``rows`` gives all records,
    ``documents`` what of one record readers can see now or will see after an embargo (nothing for a draft), and
    ``object_ids`` the ids under which a record may have entries, its own unless the entries are of its rows. With
    ``is_of_parts`` they speak only of rows that hang on the record, so that a new record has none. ``follows`` names
    the tables whose saved or deleted rows change an entry, each with the way from such a row to the record, to
    several, or to None.
    """

    kind: str
    label: str
    priority: int
    rows: Callable[[], Iterable[Any]]
    documents: Documents
    object_ids: Callable[[Any], Iterable[int]] = _own_id
    follows: Mapping[type[models.Model], Callable[[Any], Any]] = field(default_factory=dict)
    is_of_parts: bool = False

    def records(self) -> Iterable[Any]:
        """All records, few of them at a time in memory."""
        found = self.rows()
        return found.iterator(chunk_size=200) if isinstance(found, models.QuerySet) else found


search_kinds: Slot[Searchable] = Slot("kinds of records that search finds")


def index_row(row: models.Model, how: HowWritten) -> None:
    """Bring the entries up to date of every record that shows something of a row that was written to stay."""
    if is_on_trial():
        return
    for entry in search_kinds:
        record_of = entry.follows.get(type(row))
        if record_of is None or (found := record_of(row)) is None:
            continue
        for record in [found] if isinstance(found, models.Model) else found:
            if record is row and how is HowWritten.DELETED:
                replace(entry, entry.object_ids(record), [])
            elif record is row and how is HowWritten.CREATED and entry.is_of_parts:
                continue
            elif _waiting.records is None:
                _follow(entry, type(record), record.pk)
            else:
                _waiting.records[entry.kind, record.pk] = type(record)


class _Waiting(threading.local):
    """Records to index when this thread's load ends; None where nothing is being loaded."""

    records: dict[tuple[str, int], type[models.Model]] | None = None


_waiting = _Waiting()


@contextmanager
def indexed_once() -> Iterator[None]:
    """For a load of many rows: each record is indexed once, at the end, and so is every kind that has no entry yet.

    The caller holds the transaction; or, where thousands of rows are confirmed while others wait, has committed it: then
    each record is indexed in a transaction of its own.
    """
    if _waiting.records is not None:
        yield
        return
    _waiting.records = {}
    try:
        yield
        for (kind, pk), model in _waiting.records.items():
            _follow(kinds()[kind], model, pk)
        known = set(SearchEntry.objects.order_by().values_list("kind", flat=True).distinct())
        for entry in kinds().values():
            if entry.kind not in known:
                for record in entry.records():
                    refresh(entry, record)
    finally:
        _waiting.records = None


def _follow(entry: Searchable, model: type[models.Model], pk: int) -> None:
    """Index a record as the database has it: a row that was just made may still hold "2010-11-12" for a date."""
    named = [f.name for f in model._meta.concrete_fields if f.is_relation and not f.null]  # its words name them
    rows = model._base_manager.select_related(*named) if named else model._base_manager.all()
    if record := rows.filter(pk=pk).first():
        refresh(entry, record)


def kinds() -> dict[str, Searchable]:
    """Every kind by its name, in the order of their priority."""
    return {entry.kind: entry for entry in sorted(search_kinds, key=lambda entry: entry.priority)}


@transaction.atomic(savepoint=False)  # with the row that it follows, or not at all
def refresh(entry: Searchable, record: Any) -> int:
    """Write the entries of one record anew. Returns how many it has."""
    return replace(entry, entry.object_ids(record), entry.documents(record))


@transaction.atomic(savepoint=False)
def replace(entry: Searchable, object_ids: Iterable[int], documents: Iterable[SearchDocument]) -> int:
    """Put the documents in the place of the entries with those ids. Returns how many there are now.

    An entry that says the same already stays: most saves change nothing that search shows, and a publication saves both
    a release and its record. Comparing costs one question, the words of a long text a hundred times as much.
    """
    stored = SearchEntry.objects.filter(kind=entry.kind, object_id__in=list(object_ids))
    there = {row.object_id: row for row in stored}
    wanted = list(documents)
    anew = [one for one in wanted if not _says(there.get(one.object_id), entry, one)]
    kept = {one.object_id for one in wanted} - {one.object_id for one in anew}
    gone = [row.pk for row in there.values() if row.object_id not in kept]
    if gone:
        SearchEntry.objects.filter(pk__in=gone).delete()
    if _write(entry, anew) or gone:
        PublicationCounter.note_change(["search"])
    return len(wanted)


def is_indexed(entry: Searchable, record: Any, now: datetime) -> bool:
    """Whether search shows of a record what it says of itself now. What is over may still be stored: nobody sees it."""
    stored = SearchEntry.objects.filter(kind=entry.kind, object_id__in=list(entry.object_ids(record)))
    there = {row.object_id: row for row in stored}
    wanted = list(entry.documents(record))
    for gone in there.keys() - {one.object_id for one in wanted}:
        until = there[gone].visible_until
        if until is None or until > now:
            return False
    return all(
        one.object_id in there and getattr(there[one.object_id], name) == value
        for one in wanted
        for name, value in _shown(entry, one).items()
        if not name.startswith("visible_")
    )


@derived("search")
def rebuild(now: datetime) -> Iterator[int]:
    """Every kind anew, record by record. Readers see the old index until the caller's transaction ends."""
    everything = SearchEntry.objects.all()
    everything._raw_delete(everything.db)  # nothing hangs on an entry: delete() would read every text first
    PublicationCounter.note_change(["search"])
    waiting: list[SearchEntry] = []
    for entry in kinds().values():
        for record in entry.records():
            rows = [_entry(entry, document) for document in entry.documents(record)]
            waiting += rows
            if len(waiting) >= AT_ONCE:
                SearchEntry.objects.bulk_create(waiting)
                waiting = []
            yield len(rows)
    SearchEntry.objects.bulk_create(waiting)


def _write(entry: Searchable, documents: Iterable[SearchDocument]) -> int:
    return len(SearchEntry.objects.bulk_create([_entry(entry, document) for document in documents]))


def _entry(entry: Searchable, document: SearchDocument) -> SearchEntry:
    row = SearchEntry(**_shown(entry, document))
    row.title_words, row.context_words = index_text(row.title), index_text(row.context)
    row.also_words, row.body_words = index_text(document.also), index_text(row.body)
    return row


def _shown(entry: Searchable, document: SearchDocument) -> dict[str, Any]:
    """What an entry holds of a document, but for the words that are compared."""
    return {
        "kind": entry.kind,
        "priority": entry.priority,
        "object_id": document.object_id,
        "url": document.url,
        "title": indexable(document.title),
        "context": indexable(document.context),
        "body": indexable(document.body[:LONGEST_BODY]),
        "language": document.language,
        "day": document.day,
        "states": " ".join(sorted(set(document.states))),
        "visible_from": document.visible_from,
        "visible_until": document.visible_until,
    }


def _says(row: SearchEntry | None, entry: Searchable, document: SearchDocument) -> bool:
    """An entry is that of the document, to the letter."""
    return (
        row is not None
        and all(getattr(row, name) == value for name, value in _shown(entry, document).items())
        and row.also_words == index_text(document.also)
    )


_NOTE_MARK = re.compile(r"<sup\b.*?</sup>|<a\b[^>]*doc-backlink[^>]*>.*?</a>", re.DOTALL)
_BLOCK = re.compile(r"</(?:p|li|h\d|td|th|tr|blockquote|div|section)>|<br\s*/?>", re.IGNORECASE)


def plain_text(markup: str) -> str:
    """The words of rendered text without its note marks, each block on its own line."""
    text = html.unescape(strip_tags(_BLOCK.sub("\n", _NOTE_MARK.sub("", markup))))
    return re.sub(r"[ \t]+", " ", re.sub(r"\s*\n\s*", "\n", text)).strip()
