"""A whole as it was at a moment: its record and the rows of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Case, Exists, F, Q, QuerySet, Subquery, When, Window
from django.db.models.functions import RowNumber

from editorial.models import Tracked, TrackedVersion

from .tables import HistoryTable, tables_of
from .words import Column, fields_kept, label_of_values, related_names, words_of


@dataclass(frozen=True)
class PastRow:
    """One stored row as it was: its primary key and its values by field name (foreign keys as primary keys).

    ``related`` holds the records that its foreign keys point at, where they were read with it; None for one that is
    gone.
    """

    model: type[Tracked]
    pk: int
    values: dict[str, Any]
    related: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, version: TrackedVersion) -> PastRow:
        model = version.instance_type
        fields = [f for f in model._meta.concrete_fields if not f.primary_key]
        read = version._state.fields_cache
        return cls(
            model=model,
            pk=getattr(version, model._meta.pk.attname),
            values={f.name: getattr(version, f.attname) for f in fields},
            related={f.name: read[f.name] for f in fields if f.name in read},
        )

    def shown(self, f: Column) -> str:
        """What the row says in a field, in words."""
        value = self.values.get(f.name)
        return words_of(f, value, self.related[f.name]) if f.name in self.related else label_of_values(f, value)

    def describe(self) -> str:
        """The row in words: its values, without the key that binds it."""
        shown = (
            self.shown(f)
            for f in fields_kept(self.model)
            if f.name != self.model.PART_OF and not isinstance(f, models.TextField)
        )
        return " · ".join(words for words in shown if words) or f"{self.model._meta.verbose_name} {self.pk}"


@dataclass(frozen=True)
class PastState:
    """A whole at one moment: its record (None before it existed or after it was deleted) and its parts."""

    at: datetime
    record: PastRow | None
    parts: dict[str, dict[int, PastRow]] = field(default_factory=dict)


def known_at(model: type[Tracked], pk: int, at: datetime) -> PastState:
    """What this system said of a whole at a moment. One query for the record and one for each kind of part."""
    (record,) = _records_at(_newest_at(model, pk, [at]), [at])
    parts = {part.model._meta.label: _rows_at(part, pk, [at])[0] for part in tables_of(model)[1:]}
    return PastState(at, record, parts)


def known_at_both(model: type[Tracked], pk: int, old: datetime, new: datetime) -> tuple[PastState, PastState]:
    """A whole at two moments, to be compared: without those kinds of parts of which nothing was written in between.

    One query for the record and one for each kind of part that is left.
    """
    moments = [old, new]
    parts = {f"is_written_{place}": part for place, part in enumerate(tables_of(model)[1:])}
    written = {
        name: Exists(_part_versions(part, pk, new).filter(history_date__gt=old)) for name, part in parts.items()
    }
    versions = list(_newest_at(model, pk, moments).annotate(**written))
    found = {
        part.model._meta.label: _rows_at(part, pk, moments)
        for name, part in parts.items()
        if not versions or getattr(versions[0], name)
    }
    records = _records_at(versions, moments)
    before, after = (
        PastState(at, records[place], {label: rows[place] for label, rows in found.items()})
        for place, at in enumerate(moments)
    )
    return before, after


def _newest_at(model: type[Tracked], pk: int, moments: Sequence[datetime]) -> QuerySet[Any]:
    """The newest version of a record at each moment, with the records it points at."""
    versions = model.history.filter(**{model._meta.pk.attname: pk})
    wanted = Q()
    for at in moments:
        newest = versions.filter(history_date__lte=at).order_by("-history_date", "-history_id")
        wanted |= Q(history_id=Subquery(newest.values("history_id")[:1]))
    return versions.filter(wanted).select_related(*related_names(model)).order_by("history_date", "history_id")


def _records_at(versions: Iterable[TrackedVersion], moments: Sequence[datetime]) -> list[PastRow | None]:
    found: list[PastRow | None] = [None] * len(moments)
    for version in versions:  # oldest first
        for place, at in enumerate(moments):
            if version.history_date <= at:
                found[place] = PastRow.of(version) if version.history_type != "-" else None
    return found


def _part_versions(part: HistoryTable, whole: int, until: datetime) -> QuerySet[Any]:
    """Versions, up to a moment, of all rows of a part that were ever bound to the whole."""
    return part.versions_of_rows(whole).filter(history_date__lte=until)


def _rows_at(part: HistoryTable, whole: int, moments: Sequence[datetime]) -> list[dict[int, PastRow]]:
    """The rows of a part at each moment: of every row that was ever bound to the whole, its newest version by then."""
    pk, key = part.model._meta.pk.attname, part.key
    ranks = {
        f"age_{place}": Window(
            RowNumber(),
            partition_by=[F(pk)],
            order_by=[
                Case(When(history_date__lte=at, then=0), default=1),
                F("history_date").desc(),
                F("history_id").desc(),
            ],
        )
        for place, at in enumerate(moments)
    }
    newest = Q(*((name, 1) for name in ranks), _connector=Q.OR)
    versions = _part_versions(part, whole, max(moments)).annotate(**ranks).filter(newest)
    found: list[dict[int, PastRow]] = [{} for _ in moments]
    for version in versions.select_related(*related_names(part.model)).order_by(pk, "history_date", "history_id"):
        for place, at in enumerate(moments):
            if version.history_date <= at:
                found[place].pop(getattr(version, pk), None)
                if version.history_type != "-" and getattr(version, key) == whole:
                    found[place][getattr(version, pk)] = PastRow.of(version)
    return found
