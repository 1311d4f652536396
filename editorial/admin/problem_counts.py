"""How many problems each of many texts has, for lists: a text is read again only after it has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.functions import MD5

from editorial.models.citation_use import researched_fields
from editorial.optional_cache import cache
from editorial.queries import unknown_keys
from editorial.texts import parse

KEPT = 60 * 60 * 24 * 30  # seconds


def text_field(model: type[Model]) -> str:
    """The name of the model's researched text (the first, where it has several)."""
    return researched_fields(model)[0]


def with_digest(records: QuerySet[Any]) -> QuerySet[Any]:
    """The same records without their texts, each with a digest by which its problems are remembered."""
    name = text_field(records.model)
    return records.defer(name).annotate(text_digest=MD5(name))


def problem_counts(records: Iterable[Any]) -> dict[Any, int]:
    """Problems a record, by primary key. The records come from ``with_digest``.

    What a text alone decides is remembered; whether its sources exist is asked anew, once for all.
    """
    records = list(records)
    if not records:
        return {}
    addresses = {record.pk: f"text-problems:1:{record.text_digest}" for record in records}
    known = cache.get_many(set(addresses.values()))
    missing = [record.pk for record in records if addresses[record.pk] not in known]
    if missing:
        model = type(records[0])
        texts = model._base_manager.filter(pk__in=missing).values_list("pk", text_field(model))
        fresh = {addresses[pk]: _of_text(text) for pk, text in texts}
        cache.set_many(fresh, KEPT)
        known |= fresh
    unknown = unknown_keys(key for _, keys in known.values() for key in keys)
    return {
        pk: own + sum(key in unknown for key in keys)
        for pk, (own, keys) in ((pk, known[address]) for pk, address in addresses.items() if address in known)
    }


def _of_text(text: str) -> tuple[int, list[str]]:
    """Problems that need no library, and the key of every citation."""
    parsed = parse(text)
    return len(parsed.problems), [citation.key for citation in parsed.citations]
