"""Tables that are derived from the records and can be made anew from them at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from editorial.models.citation_use import index_citations, models_with_texts
from editorial.slots import Slot


@dataclass(frozen=True)
class Rebuild:
    """How a derived table is made anew as of a moment: yields, record by record, how many rows it wrote.

    The caller holds the transaction. ``rebuild_index --only`` takes the name.
    """

    name: str
    run: Callable[[datetime], Iterator[int]]

    def __call__(self, now: datetime) -> Iterator[int]:
        return self.run(now)


derived_tables: Slot[Rebuild] = Slot("derived tables")


def derived(name: str) -> Callable[[Callable[[datetime], Iterator[int]]], Rebuild]:
    """Name what makes a derived table anew. In which order they run is said in ccm_site/wiring.py."""
    return lambda run: Rebuild(name, run)


def rebuilds() -> Mapping[str, Rebuild]:
    """Every derived table by its name, in the order in which they must be made."""
    return {rebuild.name: rebuild for rebuild in derived_tables}


@derived("citations")
def rebuild_citations(now: datetime) -> Iterator[int]:
    """The where-used index of the source library, from every researched text."""
    for model in models_with_texts():
        for record in model._base_manager.order_by("pk").iterator(chunk_size=200):
            yield index_citations(record)
