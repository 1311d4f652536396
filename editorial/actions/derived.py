"""Tables that are derived from the records and can be made anew from them at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from django.apps import apps

from editorial.models.citation_use import index_citations, researched_fields

Rebuild = Callable[[datetime], Iterator[int]]
_rebuilds: dict[str, tuple[int, Rebuild]] = {}


def derived(name: str, order: int) -> Callable[[Rebuild], Rebuild]:
    """Register how a derived table is made anew as of a moment, in ``order`` among the others.

    The function yields, record by record, how many rows it wrote; the caller holds the transaction.
    """

    def register(rebuild: Rebuild) -> Rebuild:
        _rebuilds[name] = (order, rebuild)
        return rebuild

    return register


def rebuilds() -> Mapping[str, Rebuild]:
    """Everything registered, in the order in which it must run."""
    return {name: rebuild for name, (_, rebuild) in sorted(_rebuilds.items(), key=lambda item: item[1][0])}


@derived("citations", 10)
def rebuild_citations(now: datetime) -> Iterator[int]:
    """The where-used index of the source library, from every researched text."""
    for model in apps.get_models():
        if researched_fields(model):
            for record in model._base_manager.order_by("pk").iterator(chunk_size=200):
                yield index_citations(record)
