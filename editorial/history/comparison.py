"""What differs of a whole between two moments: fields, long texts word by word, and rows of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from editorial.models import ResearchedTextField
from editorial.texts.compare import TextComparison
from editorial.texts.compare import compare as compare_texts

from .states import PastRow, PastState
from .words import content_fields, fields_kept, label_of

SHORT_WORDS = 80  # characters up to which a plain text is shown whole, as it was and as it is


@dataclass(frozen=True)
class FieldChange:
    """One field that differs. ``text`` compares researched and long texts word by word; otherwise old and new
    are the words to show, "" for nothing."""

    name: str
    label: str
    old: str
    new: str
    text: TextComparison | None = None


@dataclass(frozen=True)
class RowChange:
    """What happened to one row of a whole: ``kind`` is added, removed or changed."""

    kind: str
    what: str
    label: str
    pk: int
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class RecordComparison:
    """The differences of a whole between two moments: what it says in its fields, the rows of its parts, and the steps
    of its way to the public."""

    fields: tuple[FieldChange, ...]
    parts: tuple[RowChange, ...]
    steps: tuple[FieldChange, ...] = ()

    @property
    def is_same(self) -> bool:
        return not self.fields and not self.parts and not self.steps


def compare(old: PastState, new: PastState) -> RecordComparison:
    """Everything that differs between two states of a whole, workflow steps included."""
    fields = tuple(_field_changes(old.record, new.record)) if old.record and new.record else ()
    said = {f.name for f in content_fields(new.record.model)} if new.record else set()
    parts: list[RowChange] = []
    for label in dict.fromkeys([*old.parts, *new.parts]):
        before, after = old.parts.get(label, {}), new.parts.get(label, {})
        for pk in dict.fromkeys([*before, *after]):
            change = _row_change(before.get(pk), after.get(pk))
            if change:
                parts.append(change)
    content = tuple(one for one in fields if one.name in said)
    return RecordComparison(content, tuple(parts), tuple(one for one in fields if one.name not in said))


def _row_change(old: PastRow | None, new: PastRow | None) -> RowChange | None:
    row = new or old
    if row is None:
        return None
    what = str(row.model._meta.verbose_name)
    if old is None or new is None:
        return RowChange("added" if old is None else "removed", what, row.describe(), row.pk)
    fields = tuple(_field_changes(old, new))
    return RowChange("changed", what, new.describe(), row.pk, fields) if fields else None


def _field_changes(old: PastRow, new: PastRow) -> Iterator[FieldChange]:
    for f in fields_kept(new.model):
        was, now = old.values.get(f.name), new.values.get(f.name)
        if was == now:
            continue
        is_prose = isinstance(f, ResearchedTextField) or (
            isinstance(f, models.TextField) and max(len(was or ""), len(now or "")) > SHORT_WORDS
        )
        text = compare_texts(was or "", now or "") if is_prose else None
        yield FieldChange(f.name, label_of(f), old.shown(f), new.shown(f), text)
