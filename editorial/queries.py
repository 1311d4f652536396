"""Reads across the kernel's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from editorial.models import CitationUse, Publishable, Release, Source, Status
from editorial.rules.same_document import plain_address, plain_words
from editorial.texts import CitedSource, TextProblem, check, cited_keys


def cited_sources(keys: Collection[str]) -> dict[str, CitedSource]:
    """What the renderer needs of each source, by the key that the text uses (merged sources are followed)."""
    found = Source.objects.filter(key__in=keys).select_related("merged_into")
    result = {}
    for source in found:
        target = source.merged_into or source
        result[source.key] = CitedSource(key=target.key, line=target.line(), url=target.get_absolute_url())
    return result


def text_problems(text: str) -> tuple[TextProblem, ...]:
    """Everything that stands between a researched text and publication, by name and line."""
    known = Source.objects.filter(key__in=cited_keys(text)).values_list("key", flat=True)
    return check(text, set(known))


def public_uses(at: datetime) -> QuerySet[CitationUse]:
    """Citations that readers may know of at that moment: those of visible releases and of facts.

    Working copies and releases under embargo or withdrawn are left out.
    """
    types = {ct: ct.model_class() for ct in ContentType.objects.all()}
    hidden = Q(content_type__in=[ct for ct, m in types.items() if m is not None and issubclass(m, Publishable)])
    for content_type, model in types.items():
        if model is not None and issubclass(model, Release):
            hidden |= Q(content_type=content_type) & ~Q(object_id__in=model.objects.visible(at).values("pk"))
    return CitationUse.objects.exclude(hidden)


def public_sources(at: datetime) -> QuerySet[Source]:
    """Sources that something public rests on: a release, a claim's note, or a fact that names its source.

    A table of which readers do not see every row says which they see: ``rows_readers_see(at)``.
    """
    used = Q(Exists(public_uses(at).filter(source=OuterRef("pk"))))
    relation: Any
    for relation in Source._meta.related_objects:
        model = relation.related_model
        if model is CitationUse or model is Source or relation.get_accessor_name() is None:
            continue
        seen = getattr(model, "rows_readers_see", None)
        rows = seen(at) if seen else model._base_manager.all()
        used |= Q(Exists(rows.filter(**{relation.field.name: OuterRef("pk")})))
    return Source.objects.in_library().filter(used)


@dataclass(frozen=True)
class Alike:
    """Entries of the source library that may be one document, and what they have in common."""

    reason: str
    sources: list[Source]


def alike_sources() -> list[Alike]:
    """Entries that share an address, or a title without dates or symbols that tell them apart. One query."""
    by_address: dict[str, list[Source]] = defaultdict(list)
    by_title: dict[str, list[Source]] = defaultdict(list)
    for source in Source.objects.in_library().order_by("key"):
        if address := plain_address(source.url):
            by_address[address].append(source)
        if title := plain_words(source.title or source.english_title):
            by_title[title].append(source)
    found = [Alike(f"The same address: {name}", group) for name, group in by_address.items() if len(group) > 1]
    told = {frozenset(source.pk for source in alike.sources) for alike in found}
    for group in by_title.values():
        for alike in _not_told_apart(group):
            if len(alike) > 1 and frozenset(source.pk for source in alike) not in told:
                found.append(Alike(f"The same title: {alike[0].title or alike[0].english_title}", alike))
    return sorted(found, key=lambda alike: alike.sources[0].key.casefold())


def _not_told_apart(group: list[Source]) -> list[list[Source]]:
    """Sources of one title, in sets whose dates, symbols and authors do not differ where two of them have one."""
    sets: list[list[Source]] = []
    for source in group:
        for one in sets:
            if not any(_told_apart(source, other) for other in one):
                one.append(source)
                break
        else:
            sets.append([source])
    return sets


def _told_apart(one: Source, other: Source) -> bool:
    names = ("document_date", "event_date", "un_symbol", "authors", "meeting_session")
    pairs = [(getattr(one, name), getattr(other, name)) for name in names]
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


@dataclass(frozen=True)
class SourceCount:
    """How many sources readers see, and how many of them somebody has compared with the document."""

    total: int
    compared: int


def public_sources_counted(at: datetime) -> SourceCount:
    """One query."""
    found = public_sources(at).aggregate(total=Count("pk"), compared=Count("pk", filter=Q(to_be_checked=False)))
    return SourceCount(**found)


def release_spans(record: Publishable, now: datetime) -> list[tuple[Any, datetime | None]]:
    """The releases that readers see at ``now`` or will see after an embargo, each with the moment from which a newer
    one takes its place (None: no newer one). Those withdrawn or already replaced are left out."""
    releases = list(record.releases.not_withdrawn().order_by("number"))  # type: ignore[attr-defined]
    spans = []
    for position, release in enumerate(releases):
        until = min((later.visible_from for later in releases[position + 1 :]), default=None)
        if until is None or until > max(now, release.visible_from):
            spans.append((release, until))
    return spans


@dataclass(frozen=True)
class Withdrawal:
    """Every release of a record that was made by then was taken back; what readers were told."""

    at: datetime
    public_reason: str


def withdrawals(model: type[Publishable], pks: Collection[int] | None = None) -> dict[int, list[Withdrawal]]:
    """Every withdrawal of these records (of any, where none are named) by primary key, oldest first. One query.

    A record keeps its newest; its history keeps them all.
    """
    versions = model.history.filter(status=Status.WITHDRAWN)
    if pks is not None:
        versions = versions.filter(id__in=pks)
    found: dict[int, list[Withdrawal]] = {}
    columns = ("id", "withdrawn_at", "withdrawal_reason")
    for pk, at, reason in versions.order_by("withdrawn_at").values_list(*columns).distinct():
        found.setdefault(pk, []).append(Withdrawal(at, reason))
    return found


def unknown_keys(keys: Iterable[str]) -> set[str]:
    """Those keys that no source of the library has."""
    wanted = set(keys)
    return wanted - set(Source.objects.filter(key__in=wanted).values_list("key", flat=True))


def slug_today(model: Any, written: str) -> str | None:
    """Today's slug of the record that has, or ever had, the slug that is written, in whatever case; None if none has."""
    slug = written.lower()
    if model._base_manager.filter(slug=slug).exists():
        return slug
    former = model.history.filter(slug=slug).order_by("-history_date").values_list("id", flat=True)[:1]
    return model._base_manager.filter(pk__in=list(former)).values_list("slug", flat=True).first()
