"""What the rows of change sets say, field by field and in words, for any number of rows at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import models

from editorial.history.comparison import SHORT_WORDS, FieldChange
from editorial.history.words import Column, fields_kept, label_of, names_needed, plain_words
from editorial.models import ChangeRow, ResearchedTextField, RowKind, Tracked
from editorial.texts.compare import compare as compare_texts

Say = Callable[[Any], str]


class KeysInWords:
    """What the keys of some rows to other records say. One query for each table that they point at."""

    def __init__(self, rows: Iterable[ChangeRow], *, say: Say = str) -> None:
        self._labels = {str(row.row_id): row.label for row in rows}
        wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
        for row in rows:
            for f in fields_kept(row.model):
                if isinstance(f, models.ForeignKey):
                    said = ((row.before or {}).get(f.name), (row.after or {}).get(f.name))
                    wanted[f.related_model].update(one for one in said if one not in (None, ""))
        self._found = {
            (model, str(getattr(record, _key(model)))): say(record)
            for model, keys in wanted.items()
            if keys
            for record in model._base_manager.filter(**{f"{_key(model)}__in": keys}).select_related(
                *names_needed(model)
            )
        }

    def words(self, f: Any, value: object) -> str:
        """A value of a field in words, "" for nothing. A record that is gone has its name where the rows give it."""
        if value in (None, ""):
            return ""
        if not isinstance(f, models.ForeignKey):
            return plain_words(f, f.to_python(value))
        found = self._found.get((f.related_model, str(value))) or self._labels.get(str(value))
        return found or f"{f.related_model._meta.verbose_name} that is not there"


def field_changes(row: ChangeRow, fields: Sequence[Column], keys: KeysInWords) -> Iterator[FieldChange]:
    """Each of some fields in which the row says something else than before. A new or deleted row gives all it says."""
    before, after = row.before or {}, row.after or {}
    for f in fields:
        was, now = before.get(f.name), after.get(f.name)
        if was == now or (was in (None, "") and now in (None, "")):
            continue
        is_prose = isinstance(f, ResearchedTextField) or (
            isinstance(f, models.TextField) and max(len(was or ""), len(now or "")) > SHORT_WORDS
        )
        text = compare_texts(was or "", now or "") if is_prose and row.kind == RowKind.CHANGED else None
        yield FieldChange(f.name, label_of(f), keys.words(f, was), keys.words(f, now), text)


def _key(model: type[models.Model]) -> str:
    return "public_id" if issubclass(model, Tracked) else "pk"
