"""What every figure rests on: the sources its note cites, for any number of records at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q

from editorial.models import CitationUse, Source
from editorial.texts import plain_text


@dataclass(frozen=True)
class Cited:
    """One source of a fact, with the place in it."""

    source: Source
    locator: str = ""

    @property
    def line(self) -> str:
        return self.source.line(self.locator)

    @property
    def url(self) -> str:
        return self.source.get_absolute_url()


@dataclass(frozen=True)
class Proof:
    """The sources of a fact and what its note says beside naming them."""

    sources: tuple[Cited, ...] = ()
    words: str = ""


NO_PROOF = Proof()


def proofs(records: Iterable[Model]) -> dict[tuple[type[Model], Any], Proof]:
    """The proof of each record by (model, primary key). One query, whatever the number and kinds of records.

    Records whose note cites nothing are in it all the same, with no sources.
    """
    wanted: dict[type[Model], dict[Any, str]] = defaultdict(dict)
    for record in records:
        wanted[type(record)][record.pk] = getattr(record, "note", "")
    cited: dict[tuple[type[Model], Any], list[Cited]] = defaultdict(list)
    if wanted:
        types = ContentType.objects.get_for_models(*wanted)
        any_of = Q()
        for model, notes in wanted.items():
            any_of |= Q(content_type=types[model], object_id__in=list(notes))
        models = {content_type.pk: model for model, content_type in types.items()}
        for use in CitationUse.objects.filter(any_of, field="note").select_related("source").order_by("order"):
            one = Cited(use.source, use.locator)
            key = (models[use.content_type_id], use.object_id)
            if one not in cited[key]:
                cited[key].append(one)
    return {
        (model, pk): Proof(tuple(cited[model, pk]), _words(note))
        for model, notes in wanted.items()
        for pk, note in notes.items()
    }


def _words(note: str) -> str:
    """What a note says in words of its own."""
    return " ".join(plain_text(note).split()) if note else ""
