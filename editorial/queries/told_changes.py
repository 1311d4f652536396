"""Confirmed changes as readers are told of them: row by row, field by field, with the sources.

Neither the private reason nor what was said on confirming is in it, and no person is named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from editorial.models import ChangeRow, ChangeSet, RowKind
from editorial.rules.calendar import spoken
from editorial.texts.side_by_side import Stretch, note_lines, stretches

from .changed_rows import field_changes
from .public_changes import ALL
from .readers_words import NamedSource, ReadersWords
from .told_rows import told_fields

MOST_TOLD = 1_000
"""Rows of one change that a page or an answer gives; a longer one is an import, and whole in the file of all changes."""
BECAME = {
    "added": "readers see the record since then",
    "changed": "readers saw it before, and see it since",
    "deleted": "it was deleted",
    "hidden": "it is kept, and readers see it no more",
}
"""What can become of a record, as readers are told of it."""


@dataclass(frozen=True)
class ToldField:
    """One field that became another, in words, "" for nothing; a long text also paragraph by paragraph."""

    name: str
    label: str
    old: str
    new: str
    stretches: Sequence[Stretch] = ()
    notes: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class ToldRow:
    """One row of a change as readers are told of it; ``became`` is one of BECAME."""

    row: ChangeRow
    became: str
    what: str
    fields: tuple[ToldField, ...]
    sources: tuple[NamedSource, ...]

    @property
    def label(self) -> str:
        """Its name, without the kind of record before it. The name that a row got while it was hidden is not told."""
        if self.became == "hidden":
            return next((field.old for field in self.fields if field.name in ("title", "name")), self.what)
        return self.row.label.removeprefix(f"{self.what}: ")

    @property
    def words(self) -> str:
        """How a heading begins."""
        return {"added": "Added", "changed": "Changed", "deleted": "Was deleted"}.get(
            self.became, "No longer shown"
        )


@dataclass
class ToldChange:
    """One confirmed change set as the log gives it: some of its rows, and how many there are."""

    change: ChangeSet
    rows: list[ToldRow] = field(default_factory=list)
    number: int = 0

    @property
    def title(self) -> str:
        """Its first row in words: the set's own title may name a row of which readers are told nothing."""
        first = self.rows[0]
        more = f", and {self.number - 1} more" if self.number > 1 else ""
        return f"{first.words}: {first.label}{more}"

    @property
    def left_out(self) -> int:
        """How many rows are not shown."""
        return self.number - len(self.rows)

    @property
    def second_person(self) -> str:
        """How it came about, without anybody's name."""
        if self.change.waived:
            return "Proposed and confirmed by one person of the team; the second person was waived."
        if self.change.urgent:
            read = self.change.reviewed_at
            afterwards = f"another read it on {spoken(read.date())}" if read else "no other has read it yet"
            return f"Shown at once by one person of the team, because it could not wait; {afterwards}."
        return "Proposed by one person of the team, confirmed by another."


def told(
    changes: Iterable[ChangeSet], at: datetime, *, where: Q = ALL, most: int | None = None
) -> list[ToldChange]:
    """Changes with their rows in words, in their order; of each at most ``most`` rows.

    One query for the rows, three for their sources, and one for each table that they point at, whatever their number.
    """
    found = {change.pk: ToldChange(change) for change in changes}
    if not found:
        return []
    rows = list(_rows(found, where, most))
    words = ReadersWords(rows, at)
    for row in rows:
        one = found[row.change_set_id]
        one.number = row.of_all
        one.rows.append(_told_row(row, words))
    return [one for one in found.values() if one.rows]


def _rows(keys: Collection[int], where: Q, most: int | None) -> QuerySet[Any]:
    of_one: dict[str, Any] = {"partition_by": [F("change_set_id")]}
    rows = ChangeRow.objects.told().filter(where, change_set__in=list(keys))
    rows = rows.annotate(
        of_all=Window(Count("pk"), **of_one), place=Window(RowNumber(), order_by=F("order").asc(), **of_one)
    ).order_by("change_set_id", "order")
    return rows if most is None else rows.filter(place__lte=most)


def _told_row(row: ChangeRow, words: ReadersWords) -> ToldRow:
    became = "changed"
    if not row.told_before:
        became, row.before = "added", None
    elif not row.told_after:
        became, row.after = ("deleted" if row.kind == RowKind.DELETED else "hidden"), None
    fields = []
    for change in field_changes(row, told_fields(row.model), words):
        laid: Sequence[Stretch] = ()
        notes: Sequence[tuple[str, str]] = ()
        if change.text and row.before and row.after:
            old, new = (words.reading(said.get(change.name)) for said in (row.before, row.after))
            laid = stretches(change.text, old=old, new=new)
            notes = note_lines(change.text, old=old, new=new)
        fields.append(ToldField(change.name, change.label, change.old, change.new, laid, notes))
    return ToldRow(row, became, str(row.model._meta.verbose_name), tuple(fields), words.sources_of(row))
