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


Answers: TypeAlias = dict[str, str]
"""What readers would be told, by what it is about: {"States Parties, by deposit": "112"}."""

public_answers: Slot[Callable[[Iterable[ChangeRow]], Answers]] = Slot("answers that a change of facts may change")
"""Asked before a set is written on trial and again after it; what differs is what it would lead to."""


def read_rows(change_set: ChangeSet) -> list[ReadRow]:
    """The rows of a set in words. Some queries for each kind of record that they name."""
    rows = list(change_set.rows.all())
    names = {str(row.row_id): row.label for row in rows}
    lacking = {row.row_id for row in unsourced_rows(rows)}
    found = []
    for row in rows:
        model = row.model
        fields = tuple(_changes(row, model, names))
        found.append(
            ReadRow(
                RowKind(row.kind), str(model._meta.verbose_name), row.label, fields, row, row.row_id in lacking
            )
        )
    return found


def _changes(row: ChangeRow, model: type[Tracked], names: dict[str, str]) -> Iterable[FieldChange]:
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


def _words(f: Any, value: Any, names: dict[str, str]) -> str:
    if value in (None, ""):
        return ""
    if not isinstance(f, models.ForeignKey):
        return plain_words(f, f.to_python(value))
    related = f.related_model
    if not issubclass(related, Tracked):
        return str(related._base_manager.filter(pk=value).first() or value)
    named = related._base_manager.filter(public_id=value).first()
    return str(named) if named is not None else names.get(value, f"{related._meta.verbose_name} that is not there")


def fact_tables() -> list[type[Tracked]]:
    """The tables that change by change sets."""
    return [model for model in tracked_models() if four_eyes_of(model) is FourEyes.CHANGE_SET]


def answers_about(rows: Iterable[ChangeRow]) -> Answers:
    """What readers are told now of all that the rows may change."""
    found: Answers = {}
    for ask in public_answers:
        found |= ask(rows)
    return found
