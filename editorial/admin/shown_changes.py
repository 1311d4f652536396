"""A comparison of two versions, laid out for the page: changes numbered through, texts paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from editorial.history.comparison import FieldChange, RecordComparison, RowChange
from editorial.texts.side_by_side import Stretch, note_lines, stretches


@dataclass(frozen=True)
class ShownChange:
    """One changed field, ready for the page: short values as they were and are, texts paragraph by paragraph."""

    label: str
    number: int
    old: str
    new: str
    stretches: list[Stretch]
    notes: list[tuple[str, str]]


@dataclass(frozen=True)
class ShownRow:
    """One changed row of a part."""

    kind: str
    what: str
    label: str
    number: int
    fields: list[ShownChange]


@dataclass(frozen=True)
class ShownComparison:
    """What differs of a whole: what it says, its rows, and last, folded, the steps of its way to the public.

    ``last`` is the number of the last change of what it says.
    """

    fields: list[ShownChange]
    rows: list[ShownRow]
    steps: list[ShownChange]
    last: int

    @property
    def is_same(self) -> bool:
        """Nothing that it says differs; steps may have been taken."""
        return not self.fields and not self.rows


def shown(found: RecordComparison) -> ShownComparison:
    """The changes of a comparison, numbered through. Steps have no numbers: nobody goes from one to the next."""
    number = 0

    def field(change: FieldChange, in_row: bool = False) -> ShownChange:
        nonlocal number
        laid = stretches(change.text, number + 1) if change.text else []
        at = 0
        if laid:
            number += sum(1 for one in laid if one.number)
        elif not in_row:
            number += 1
            at = number
        notes = note_lines(change.text) if change.text else []
        return ShownChange(change.label, at, change.old, change.new, laid, notes)

    def row(change: RowChange) -> ShownRow:
        nonlocal number
        number += 1
        at = number
        return ShownRow(change.kind, change.what, change.label, at, [field(one, True) for one in change.fields])

    fields = [field(change) for change in found.fields]
    rows = [row(change) for change in found.parts]
    steps = [ShownChange(one.label, 0, one.old, one.new, [], []) for one in found.steps]
    return ShownComparison(fields, rows, steps, number)
