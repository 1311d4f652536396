"""The rows of change sets in the words of readers: sources by their lines, notes as they are read, days in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import ForeignKey, Q

from editorial.models import ChangeRow, Cited, ResearchedTextField, Source, Tracked, source_keys
from editorial.rules.explained import shown
from editorial.texts import parse
from editorial.texts.side_by_side import Wording, as_read

from .changed_rows import KeysInWords
from .told_rows import told_fields
from .where_used import public_sources

Said = Mapping[str, Any]


@dataclass(frozen=True)
class NamedSource(Cited):
    """A source that a row names, with the place in it, and whether anything public rests on it today."""

    is_public: bool = False


class ReadersWords(KeysInWords):
    """As at the desk, with what readers are shown in place of keys and marks. Three queries more, for the sources."""

    def __init__(self, rows: Sequence[ChangeRow], at: datetime) -> None:
        super().__init__(rows, say=lambda record: record.line() if isinstance(record, Source) else str(record))
        ids, keys = _named_in(rows)
        found = Source.objects.filter(Q(public_id__in=ids) | Q(key__in=keys)).select_related("merged_into")
        sources = list(found) if ids or keys else []
        self._by_id = {str(one.public_id): one.merged_into or one for one in sources}
        self._by_key = {one.key: one.merged_into or one for one in sources}
        self._lines = {key: source.line() for key, source in self._by_key.items()}
        numbers = {source.pk for source in self._by_key.values()}
        self._public = (
            set(public_sources(at).filter(pk__in=numbers).values_list("pk", flat=True)) if numbers else set()
        )

    def words(self, f: Any, value: object) -> str:
        if value in (None, "") or isinstance(f, ForeignKey):
            return super().words(f, value)
        if isinstance(f, ResearchedTextField):
            return self.reading(value)(str(value))
        python = f.to_python(value)
        return shown(python) if isinstance(python, date) else super().words(f, value)

    def reading(self, text: object) -> Wording:
        """How a text is put into words: notes by their number, citations by the lines of their sources."""
        return as_read(str(text or ""), self._lines)

    def sources_of(self, row: ChangeRow) -> tuple[NamedSource, ...]:
        """What the row rests on now; of what is gone, what it rested on. Each place in a source once."""
        said = row.after or row.before or {}
        found: dict[NamedSource, None] = {}
        for key in source_keys(row.model):
            if source := self._by_id.get(str(said.get(key.name))):
                found[self._named(source, str(said.get(key.locator) or "") if key.locator else "")] = None
        for name in _texts(row.model):
            for citation in parse(said.get(name) or "").citations:
                if source := self._by_key.get(citation.key):
                    found[self._named(source, citation.locator)] = None
        return tuple(found)

    def _named(self, source: Source, locator: str) -> NamedSource:
        return NamedSource(source, locator, source.pk in self._public)


def _named_in(rows: Iterable[ChangeRow]) -> tuple[set[str], set[str]]:
    """The public ids of the sources that rows name by a key, and the keys of those that their texts cite."""
    ids: set[str] = set()
    keys: set[str] = set()
    for row in rows:
        for said in _told_of(row):
            ids.update(said[key.name] for key in source_keys(row.model) if said.get(key.name))
            for name in _texts(row.model):
                keys.update(citation.key for citation in parse(said.get(name) or "").citations)
    return ids, keys


def _told_of(row: ChangeRow) -> list[Said]:
    """What the row said and says, as far as readers saw or see it."""
    return [(row.told_before and row.before) or {}, (row.told_after and row.after) or {}]


def _texts(model: type[Tracked]) -> list[str]:
    return [f.name for f in told_fields(model) if isinstance(f, ResearchedTextField)]
