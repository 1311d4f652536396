"""Tables that are derived from the records and can be made anew from them at any time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from editorial.models.citation_use import index_citations, models_with_texts
from editorial.slots import NamedPart, Slot


class Rebuild(NamedPart[[datetime], Iterator[int]]):
    """How a derived table is made anew as of a moment: yields, record by record, how many rows it wrote.

    The caller holds the transaction. ``rebuild_index --only`` takes the name.
    """


derived_tables: Slot[Rebuild] = Slot("derived tables")
derived = Rebuild.named


def rebuilds() -> Mapping[str, Rebuild]:
    """Every derived table by its name, in the order in which they must be made."""
    return {rebuild.name: rebuild for rebuild in derived_tables}


@derived("citations")
def rebuild_citations(now: datetime) -> Iterator[int]:
    """The where-used index of the source library, from every researched text."""
    for model in models_with_texts():
        for record in model._base_manager.order_by("pk").iterator(chunk_size=200):
            yield index_citations(record)
