"""A proposed change as people read it: each row and field in words, what stands against it, what it would lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from editorial.history.comparison import FieldChange
from editorial.history.words import fields_kept
from editorial.models import (
    ChangeRow,
    ChangeSet,
    RowKind,
    Tracked,
    four_eyes_of,
    tracked_models,
)
from editorial.models.tracked import FourEyes
from editorial.slots import Slot

from .changed_rows import KeysInWords, field_changes
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


def read_rows(change_set: ChangeSet, some: list[ChangeRow] | None = None) -> list[ReadRow]:
    """The rows of a set in words, or some of them. One query for each kind of record that they name."""
    rows = list(change_set.rows.all()) if some is None else some
    keys, lacking = KeysInWords(rows), {row.row_id for row in unsourced_rows(rows)}
    found = []
    for row in rows:
        model, lacks = row.model, row.row_id in lacking
        fields = tuple(field_changes(row, fields_kept(model), keys))
        found.append(ReadRow(RowKind(row.kind), str(model._meta.verbose_name), row.label, fields, row, lacks))
    return found


def fact_tables() -> list[type[Tracked]]:
    """The tables that change by change sets."""
    return [model for model in tracked_models() if four_eyes_of(model) is FourEyes.CHANGE_SET]


def answers_about(rows: Iterable[ChangeRow]) -> Answers:
    """What readers are told now of all that the rows may change."""
    found: Answers = {}
    for ask in public_answers:
        found |= ask(rows)
    return found
