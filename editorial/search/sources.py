"""Sources in the site search: those that something public rests on, from the moment it is public."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Min, QuerySet
from django.utils import timezone

from editorial.models import CitationUse, Publishable, Release, Source, Tracked, release_models
from editorial.queries import public_sources

from .index import Searchable, SearchDocument, replace


def documents(found: tuple[Source, datetime | None]) -> Iterable[SearchDocument]:
    """The words of a source with the moment from which it is public; nothing for one that only drafts name."""
    source, start = found
    if start is None:
        return
    when = source.document_date
    yield SearchDocument(
        object_id=source.pk,
        url=source.get_absolute_url(),
        title=source.title or source.un_symbol or source.line(),
        context=" · ".join(part for part in (source.get_kind_display(), source.un_symbol, source.key) if part),
        body="\n".join(dict.fromkeys([source.line(), source.english_title, source.authors, source.publisher])),
        language=source.language,
        day=when.earliest if when else None,
        visible_from=start,
    )


def with_start(sources: QuerySet[Source]) -> Iterator[tuple[Source, datetime | None]]:
    """Each source with the moment from which readers may see it. One question asks for all that are public now."""
    now = timezone.now()
    public = set(public_sources(now).values_list("pk", flat=True))
    for source in sources:
        yield source, now if source.pk in public else _end_of_embargo(source, now)


def _end_of_embargo(source: Source, now: datetime) -> datetime | None:
    ends = []
    for model in release_models():
        uses = CitationUse.objects.filter(source=source, content_type=ContentType.objects.get_for_model(model))
        waiting = model.objects.not_withdrawn().filter(pk__in=uses.values("object_id"), visible_from__gt=now)
        ends.append(waiting.aggregate(Min("visible_from"))["visible_from__min"])
    return min((end for end in ends if end), default=None)


def _in_library() -> Iterator[tuple[Source, datetime | None]]:
    return with_start(Source.objects.in_library().order_by("pk"))


SOURCES = Searchable("source", "Source", 9, _in_library, documents, lambda found: [found[0].pk])


class _Waiting(threading.local):
    """Sources to look at again when this thread's transaction ends."""

    def __init__(self) -> None:
        self.ids: set[int] = set()


_waiting = _Waiting()


def look_again(row: Tracked | Release, how: object) -> None:
    """Look again, once a transaction, at each source that a written row names or a release cites."""
    ids = (
        {row.pk}
        if isinstance(row, Source)
        else {getattr(row, f.attname) for f in row._meta.concrete_fields if f.related_model is Source}
    )
    keys: set[str] = set()
    if isinstance(row, Release):
        keys = set(row.payload.get("sources", {}))
    elif isinstance(row, Publishable) and row.published_at is not None:
        keys = {
            key for payload in row.releases.values_list("payload", flat=True) for key in payload.get("sources", {})
        }
    ids |= set(Source.objects.filter(key__in=keys).values_list("pk", flat=True)) if keys else set()
    ids.discard(None)
    if not ids:
        return
    registered = transaction.get_connection().run_on_commit
    if not _waiting.ids or not any(func == _refresh_waiting for _, func, *_ in registered):
        transaction.on_commit(_refresh_waiting)
    _waiting.ids |= ids  # what a rolled-back transaction leaves here is looked at once more, no harm done


def _refresh_waiting() -> None:
    """Most sources of a load are public at once: one question answers for all of them."""
    ids, _waiting.ids = _waiting.ids, set()
    found = with_start(Source.objects.in_library().filter(pk__in=ids))
    replace(SOURCES, ids, [document for pair in found for document in documents(pair)])
