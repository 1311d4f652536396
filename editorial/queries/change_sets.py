"""A proposed change as people read it: each row and field in words, what stands against it, what it would lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db import models

from editorial.history.comparison import SHORT_WORDS, FieldChange
from editorial.history.words import fields_kept, label_of, plain_words
from editorial.models import (
    ChangeRow,
    ChangeSet,
    ResearchedTextField,
    RowKind,
    Tracked,
    four_eyes_of,
    tracked_models,
)
from editorial.models.tracked import FourEyes
from editorial.slots import Slot
from editorial.texts.compare import compare as compare_texts

from .unsourced_rows import unsourced_rows


@dataclass(frozen=True)
class ReadRow:
    """One row of a set: what becomes of it, its name, and each field that changes. A new or deleted row gives all."""

    kind: RowKind
    what: str
    label: str
    fields: tuple[FieldChange, ...]
    row: ChangeRow
    is_unsourced: bool = False


Names: TypeAlias = dict[tuple[type[models.Model], str], str]
"""What a key says in words, by its table and value."""

Answers: TypeAlias = dict[str, str]
"""What readers would be told, by what it is about: {"States Parties, by deposit": "112"}."""

public_answers: Slot[Callable[[Iterable[ChangeRow]], Answers]] = Slot("answers that a change of facts may change")
"""Asked before a set is written on trial and again after it; what differs is what it would lead to."""


def read_rows(change_set: ChangeSet) -> list[ReadRow]:
    """The rows of a set in words. One query for each kind of record that they name, however many rows there are."""
    rows = list(change_set.rows.all())
    names = _names(rows)
    lacking = {row.row_id for row in unsourced_rows(rows)}
    found = []
    for row in rows:
        model, lacks = row.model, row.row_id in lacking
        fields = tuple(_changes(row, model, names))
        found.append(ReadRow(RowKind(row.kind), str(model._meta.verbose_name), row.label, fields, row, lacks))
    return found


def _names(rows: list[ChangeRow]) -> Names:
    """What every key in the rows names: as it is stored, else as the set itself calls what it makes."""
    asked: dict[type[models.Model], set[str]] = {}
    for row in rows:
        for f in row.model._meta.concrete_fields:
            if isinstance(f, models.ForeignKey):
                values = {str(said[f.name]) for said in (row.before, row.after) if said and said.get(f.name)}
                asked.setdefault(f.related_model, set()).update(values)
    found: Names = {(row.model, str(row.row_id)): row.label for row in rows}
    for table, values in asked.items():
        by = "public_id" if issubclass(table, Tracked) else "pk"
        for record in table._base_manager.filter(**{f"{by}__in": values}):
            found[table, str(getattr(record, by))] = str(record)
    return found


def _changes(row: ChangeRow, model: type[Tracked], names: Names) -> Iterable[FieldChange]:
    before, after = row.before or {}, row.after or {}
    for f in fields_kept(model):
        was, now = before.get(f.name), after.get(f.name)
        if was == now or (was in (None, "") and now in (None, "")):
            continue
        is_prose = isinstance(f, ResearchedTextField) or (
            isinstance(f, models.TextField) and max(len(was or ""), len(now or "")) > SHORT_WORDS
        )
        text = compare_texts(was or "", now or "") if is_prose and row.kind == RowKind.CHANGED else None
        yield FieldChange(f.name, label_of(f), _words(f, was, names), _words(f, now, names), text)


def _words(f: Any, value: Any, names: Names) -> str:
    if value in (None, ""):
        return ""
    if not isinstance(f, models.ForeignKey):
        return plain_words(f, f.to_python(value))
    gone = f"{f.related_model._meta.verbose_name} that is not there"
    return names.get((f.related_model, str(value)), gone)


def fact_tables() -> list[type[Tracked]]:
    """The tables that change by change sets."""
    return [model for model in tracked_models() if four_eyes_of(model) is FourEyes.CHANGE_SET]


def answers_about(rows: Iterable[ChangeRow]) -> Answers:
    """What readers are told now of all that the rows may change."""
    found: Answers = {}
    for ask in public_answers:
        found |= ask(rows)
    return found
