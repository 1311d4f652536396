"""Where the sources of the library are used: texts that cite them, and facts that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery

from editorial.models import (
    CitationUse,
    Publishable,
    Release,
    Source,
    SourceKey,
    keys_to_sources,
    release_models,
    tracked_models,
)
from editorial.models.citation_use import models_with_texts

from .kept import keeping

MOST = 20  # facts of one kind that a source's page lists


def public_uses(at: datetime) -> QuerySet[CitationUse]:
    """Citations that readers may know of at that moment: those of visible releases and of facts.

    Working copies and releases under embargo or withdrawn are left out.
    """
    working = [model for model in models_with_texts() if issubclass(model, Publishable)]
    hidden = Q(content_type__in=list(ContentType.objects.get_for_models(*working).values()))
    for model in release_models():
        seen = model.objects.visible(at).filter(pk=OuterRef("object_id"))
        hidden |= Q(~Exists(seen), content_type=ContentType.objects.get_for_model(model))
    return CitationUse.objects.exclude(hidden)


def facts_naming(source: Source) -> Iterator[tuple[SourceKey, QuerySet[Any]]]:
    """Every key by which facts name this source, with those rows, whether readers see them or not."""
    for key in keys_to_sources():
        yield key, key.model._base_manager.filter(**{key.name: source.pk})


def public_facts(at: datetime) -> Iterator[tuple[SourceKey, QuerySet[Any]]]:
    """Every key by which facts name a source, with the rows of its table that readers see."""
    for key in keys_to_sources():
        yield key, key.model.rows_readers_see(at)


def public_sources(at: datetime) -> QuerySet[Source]:
    """Sources that something public rests on: a release, a claim's note, or a fact that names its source."""
    uses = [("source", public_uses(at)), *((key.name, rows) for key, rows in public_facts(at))]
    # The first use of each: asked whether there is any (EXISTS), PostgreSQL would read every table whole, to be prepared.
    first = {
        f"use_{n}": Subquery(rows.order_by().filter(**{name: OuterRef("pk")}).values("pk")[:1])
        for n, (name, rows) in enumerate(uses)
    }
    used = Q(*((f"{name}__isnull", False) for name in first), _connector=Q.OR)
    return Source.objects.in_library().alias(**first).filter(used)


@dataclass(frozen=True)
class SourceCount:
    """How many sources readers see, and how many of them somebody has compared with the document."""

    total: int
    compared: int


class SourcesSeen(dict[int, bool]):
    """The keys of all sources that readers see, each with whether it is to be checked: found out once for a page."""

    @property
    def counted(self) -> SourceCount:
        return SourceCount(len(self), sum(1 for to_be_checked in self.values() if not to_be_checked))

    @property
    def rows(self) -> QuerySet[Source]:
        return Source.objects.filter(pk__in=list(self))


def sources_seen(at: datetime) -> SourcesSeen:
    """One query, asked anew when anything has changed that readers see: whatever it is may rest on a further source."""

    def read() -> SourcesSeen:
        return SourcesSeen(public_sources(at).order_by().values_list("pk", "to_be_checked"))

    return keeping(at).value("sources seen", read, on=parts_of_the_site())


@cache
def parts_of_the_site() -> tuple[str, ...]:
    """Every part of which changes are marked by themselves."""
    return tuple(sorted({table.SHOWN_ON for table in tracked_models()} - {""}))


def public_sources_counted(at: datetime) -> SourceCount:
    """One query."""
    return sources_seen(at).counted


@dataclass
class Place:
    """A published text that cites the source, with the notes and places it does so in."""

    title: str
    url: str
    notes: list[int] = field(default_factory=list)
    locators: list[str] = field(default_factory=list)
    in_text: bool = False


@dataclass(frozen=True)
class NamingRecords:
    """Facts of one kind that name the source as theirs: some of them, and whether there are more."""

    noun: str
    shown: list[tuple[str, str, str]]  # its name, its page, the place in the source
    has_more: bool


def places_citing(source: Source, at: datetime) -> list[Place]:
    """Published texts that cite a source, by title: a query for the uses, and one for each kind of text.

    Of the releases of one record only the newest that cites the source is named.
    """
    by_type: dict[type[Model] | None, dict[int, list[CitationUse]]] = defaultdict(lambda: defaultdict(list))
    for use in public_uses(at).filter(source=source).select_related("content_type").order_by("object_id", "order"):
        by_type[use.content_type.model_class()][use.object_id].append(use)
    places = []
    for model, uses in by_type.items():
        if model is not None and hasattr(model, "get_absolute_url"):
            texts = list(_with_parents(model._base_manager.filter(pk__in=list(uses))))
            if issubclass(model, Release):
                texts = _newest_of_each(texts)
            places += [_place(text, uses[text.pk]) for text in texts]
    return sorted(places, key=lambda place: (place.title, place.url))


def records_naming(source: Source, at: datetime) -> list[NamingRecords]:
    """Public facts that name the source in a field of their own, by kind: one query each."""
    found = []
    for key, public in public_facts(at):
        rows = list(_with_parents(public.filter(**{key.name: source}).order_by("pk"))[: MOST + 1])
        if rows:
            shown = [(str(row), _page(row), key.place(row)) for row in rows[:MOST]]
            found.append(NamingRecords(str(key.model._meta.verbose_name_plural), shown, len(rows) > MOST))
    return found


def _newest_of_each(releases: list[Release]) -> list[Release]:
    by_record = {getattr(one, f"{one.RECORD}_id"): one for one in sorted(releases, key=lambda one: one.number)}
    return list(by_record.values())


def _page(row: Model) -> str:
    return str(row.get_absolute_url()) if hasattr(row, "get_absolute_url") else ""


def _with_parents(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows with what their name and address are made of: the records they belong to, two steps up."""
    parents = []
    for name, above in _upwards(rows.model):
        parents += [name, *(f"{name}__{further}" for further, _ in _upwards(above))]
    return rows.select_related(*parents)


def _upwards(model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    """The records without which one of these cannot be."""
    for step in model._meta.fields:
        if not step.null and isinstance(step.related_model, type):
            yield step.name, step.related_model


def _place(text: Any, uses: list[CitationUse]) -> Place:
    place = Place(title=str(text), url=text.get_absolute_url())
    for use in uses:
        if use.note is None:
            place.in_text = True
        elif use.note and use.note not in place.notes:
            place.notes.append(use.note)
        if use.locator and use.locator not in place.locators:
            place.locators.append(use.locator)
    return place
