"""What any record rests on: the sources that it names and that its texts cite, for any number of records at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from editorial.history.as_known import known_at_asked
from editorial.models import CitationUse, Cited, Source, source_keys
from editorial.models.citation_use import researched_fields
from editorial.texts import parse, plain_text

M = TypeVar("M", bound=Model)

Which: TypeAlias = tuple[type[Model], int]
"""Which record: its table and primary key."""


@dataclass(frozen=True)
class Proof:
    """The sources of a fact, each place in each once, and what its note says beside naming them."""

    sources: tuple[Cited, ...] = ()
    words: str = ""


NO_PROOF = Proof()


def named_by(record: Model) -> tuple[Cited, ...]:
    """What a record names in fields of its own. No query where these were loaded with it."""
    return tuple(cited for key in source_keys(type(record)) if (cited := key.read(record)) is not None)


def proofs(records: Iterable[Model]) -> dict[Which, Proof]:
    """The proof of each record by (model, primary key). One query, whatever the number and kinds of records; none
    where no record has a text.

    Named sources come first, then those cited, in the order of the text. Records without a source are in it all the
    same, with none.
    """
    wanted = {(type(record), record.pk): record for record in records}
    found = {key: dict.fromkeys(named_by(record)) for key, record in wanted.items()}
    for key, cited in _cited(wanted):
        found[key][cited] = None
    return {key: Proof(tuple(found[key]), _words(getattr(record, "note", ""))) for key, record in wanted.items()}


def unsourced(model: type[M]) -> QuerySet[M]:
    """Rows that name no source, neither in a field of their own nor in a text."""
    uses = CitationUse.objects.filter(content_type=ContentType.objects.get_for_model(model))
    sourced = Q(Exists(uses.filter(object_id=OuterRef("pk"))))
    for key in source_keys(model):
        sourced |= Q(**{f"{key.name}__isnull": False})
    return model._base_manager.exclude(sourced)


def _cited(records: dict[Which, Model]) -> Iterable[tuple[Which, Cited]]:
    """What the texts of records cite, in the order of each text."""
    with_text: dict[type[Model], list[int]] = defaultdict(list)
    for (model, pk), record in records.items():
        if any(getattr(record, name) for name in researched_fields(model)):
            with_text[model].append(pk)
    if not with_text:
        return
    if known_at_asked() is not None:
        yield from _cited_then(records)
        return
    types = ContentType.objects.get_for_models(*with_text)
    models = {content_type.pk: model for model, content_type in types.items()}
    any_of = Q()
    for model, pks in with_text.items():
        any_of |= Q(content_type=types[model], object_id__in=pks)
    for use in CitationUse.objects.filter(any_of).select_related("source").order_by("field", "order"):
        yield (models[use.content_type_id], use.object_id), Cited(use.source, use.locator)


def _cited_then(records: dict[Which, Model]) -> Iterable[tuple[Which, Cited]]:
    """The same out of the texts themselves: the index of citations knows only what they say today. One query."""
    said = {
        which: [
            use for name in researched_fields(which[0]) for use in parse(getattr(record, name) or "").citations
        ]
        for which, record in records.items()
    }
    keys = {use.key for uses in said.values() for use in uses}
    found = Source.objects.filter(key__in=keys).select_related("merged_into")
    sources = {source.key: source.merged_into or source for source in found}
    for which, uses in said.items():
        for use in uses:
            if use.key in sources:
                yield which, Cited(sources[use.key], use.locator)


@lru_cache(maxsize=2_000)
def _words(note: str) -> str:
    """What a note says in words of its own. It follows from the note alone, and is kept."""
    return " ".join(plain_text(note).split()) if note else ""
