"""How a record names what it rests on: in keys to the source library, and in texts that cite.

A foreign key to Source and a ResearchedTextField are all that a table declares. Proofs, where-used, the check for facts
without a source, merging and undo of imports read the keys here, and the citations in their index (CitationUse).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.db import models

from .citation_use import CitationUse
from .source import Source


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


class SourceKey(NamedTuple):
    """A foreign key by which rows name a source, and their field that says where in it ("" where none does)."""

    model: type[Any]
    name: str
    locator: str

    def read(self, row: models.Model) -> Cited | None:
        """What a row names by it. Asks for the source unless it was loaded with the row."""
        source = getattr(row, self.name)
        return Cited(source, self.place(row)) if source else None

    def place(self, row: models.Model) -> str:
        """Where in the source a row says that it stands."""
        return str(getattr(row, self.locator)) if self.locator else ""


@cache
def keys_to_sources() -> tuple[SourceKey, ...]:
    """Every key of facts to the library; the index of citations and the library's own mergers are none."""
    found = []
    for relation in Source._meta.related_objects:
        model = relation.related_model
        if model in (CitationUse, Source):
            continue
        names = {f.name for f in model._meta.concrete_fields}
        locator = next((name for name in ("source_locator", "locator") if name in names), "")
        found.append(SourceKey(model, relation.field.name, locator))
    return tuple(found)


def source_keys(model: type[models.Model]) -> tuple[SourceKey, ...]:
    """The keys by which rows of one table name their sources."""
    return tuple(key for key in keys_to_sources() if key.model is model)
