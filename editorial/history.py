"""Reads the versions of a record and of the whole it stands for: timeline, state on a day, comparison.

A whole is a record with its parts: the tracked rows that a foreign key binds to it for life (on_delete=CASCADE),
such as a statement's parties. The parts are never asked for through the record, because a historical record's
relations give today's rows; each part's own history is read instead.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import F, Window
from django.db.models.functions import RowNumber

from editorial.models import Publishable, ResearchedTextField, Tracked, User
from editorial.models.access import may_see_version
from editorial.texts.compare import Comparison as TextComparison
from editorial.texts.compare import compare as compare_texts

SHORT_WORDS = 80  # characters up to which a plain text is shown whole, as it was and as it is


@dataclass(frozen=True)
class Part:
    """One kind of row that belongs to a whole: its model and the foreign key that binds it."""

    model: type[Tracked]
    key: str

    @property
    def name(self) -> str:
        return str(self.model._meta.verbose_name)


def parts_of(model: type[models.Model]) -> tuple[Part, ...]:
    """The kinds of tracked rows that live and die with a record of this model."""
    return tuple(
        Part(relation.related_model, relation.field.name)
        for relation in model._meta.related_objects
        if relation.on_delete is models.CASCADE and issubclass(relation.related_model, Tracked)
    )


@dataclass(frozen=True)
class Row:
    """One stored row as it was: its primary key and its values by field name (foreign keys as primary keys)."""

    model: type[Tracked]
    pk: Any
    values: dict[str, Any]

    @classmethod
    def of(cls, version: Any) -> Row:
        model = version.instance_type
        fields = [f for f in model._meta.concrete_fields if not f.primary_key]
        return cls(
            model=model,
            pk=getattr(version, model._meta.pk.attname),
            values={f.name: getattr(version, f.attname) for f in fields},
        )


@dataclass(frozen=True)
class State:
    """A whole at one moment: its record (None before it existed or after it was deleted) and its parts."""

    at: datetime
    record: Row | None
    parts: dict[str, dict[Any, Row]] = field(default_factory=dict)


def known_at(model: type[Tracked], pk: Any, at: datetime) -> State:
    """What this system said of a whole at a moment. One query for the record and one for each kind of part."""
    key = model._meta.pk.attname
    newest = (
        model.history.filter(**{key: pk}, history_date__lte=at).order_by("-history_date", "-history_id").first()
    )
    return State(
        at=at,
        record=Row.of(newest) if newest is not None and newest.history_type != "-" else None,
        parts={part.model._meta.label: _rows_at(part, pk, at) for part in parts_of(model)},
    )


def _rows_at(part: Part, whole: Any, at: datetime) -> dict[Any, Row]:
    """The rows of a part at a moment: of every row that was ever bound to the whole, its newest version by then."""
    pk, key = part.model._meta.pk.attname, f"{part.key}_id"
    ever = part.model.history.filter(**{key: whole}).order_by().values(pk)
    rank = Window(RowNumber(), partition_by=[F(pk)], order_by=[F("history_date").desc(), F("history_id").desc()])
    versions = part.model.history.filter(**{f"{pk}__in": ever}, history_date__lte=at).annotate(age=rank)
    rows = [
        Row.of(version)
        for version in versions.filter(age=1).order_by(pk)
        if version.history_type != "-" and getattr(version, key) == whole
    ]
    return {row.pk: row for row in rows}


def moment_before(version: Any, whole: tuple[type[Tracked], Any]) -> datetime:
    """The last moment before the act that wrote a version began."""
    return min([version.history_date, *_act_dates(version, whole)]) - timedelta(microseconds=1)


def moment_of(version: Any, whole: tuple[type[Tracked], Any] | None = None) -> datetime:
    """When the act that wrote a version was complete: the date of the last row it wrote in the whole.

    One act writes the record and its parts microseconds apart; asking at the record's own date would miss them.
    ``whole`` (model and primary key) is needed for a version of a part; for one of the record it is the record.
    """
    latest: datetime = version.history_date
    model, pk = whole or (version.instance_type, getattr(version, version.instance_type._meta.pk.attname))
    return max([latest, *_act_dates(version, (model, pk))])


def _act_dates(version: Any, whole: tuple[type[Tracked], Any]) -> list[datetime]:
    """When each row was written by the act that wrote a version of a whole. One query."""
    model, pk = whole
    if version.change_id is None:
        return []
    tables = [(model, model._meta.pk.attname), *((part.model, f"{part.key}_id") for part in parts_of(model))]
    dates = [
        table.history.filter(**{key: pk}, change_id=version.change_id).order_by().values_list("history_date")
        for table, key in tables
    ]
    return [found for (found,) in (dates[0].union(*dates[1:]) if dates[1:] else dates[0])]


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
    pk: Any
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """The differences of a whole between two moments: fields of the record, then rows of its parts."""

    fields: tuple[FieldChange, ...]
    parts: tuple[RowChange, ...]

    @property
    def is_same(self) -> bool:
        return not self.fields and not self.parts


def compare(old: State, new: State) -> Comparison:
    """Everything that differs between two states of a whole, workflow steps included."""
    names = _Names([old, new])
    fields = tuple(_field_changes(old.record, new.record, names)) if old.record and new.record else ()
    parts: list[RowChange] = []
    for label in dict.fromkeys([*old.parts, *new.parts]):
        before, after = old.parts.get(label, {}), new.parts.get(label, {})
        for pk in dict.fromkeys([*before, *after]):
            change = _row_change(before.get(pk), after.get(pk), names)
            if change:
                parts.append(change)
    return Comparison(fields, tuple(parts))


def _row_change(old: Row | None, new: Row | None, names: _Names) -> RowChange | None:
    row = new or old
    if row is None:
        return None
    what = str(row.model._meta.verbose_name)
    if old is None or new is None:
        return RowChange("added" if old is None else "removed", what, names.describe(row), row.pk)
    fields = tuple(_field_changes(old, new, names))
    return RowChange("changed", what, names.describe(new), row.pk, fields) if fields else None


def _field_changes(old: Row, new: Row, names: _Names) -> Iterator[FieldChange]:
    for f in new.model._meta.concrete_fields:
        if f.primary_key:
            continue
        was, now = old.values.get(f.name), new.values.get(f.name)
        if was == now:
            continue
        is_prose = isinstance(f, ResearchedTextField) or (
            isinstance(f, models.TextField) and max(len(was or ""), len(now or "")) > SHORT_WORDS
        )
        text = compare_texts(was or "", now or "") if is_prose else None
        yield FieldChange(f.name, _capital(f.verbose_name), names.shown(f, was), names.shown(f, now), text)


def label_of_values(f: Any, value: Any) -> str:
    """One value of a field in words."""
    row_like = Row(f.model, None, {f.name: value})
    return _Names([State(datetime.now(UTC), row_like)], only=f.name).shown(f, value)


class _Names:
    """Words for the records that foreign keys point at, fetched once for all rows of a comparison."""

    def __init__(self, states: Sequence[State], only: str = "") -> None:
        wanted: dict[type[models.Model], set[Any]] = {}
        records = [state.record for state in states if state.record]
        for row in self._rows(states):
            for f in row.model._meta.concrete_fields:
                if only not in ("", f.name):
                    continue
                if row in records and len(records) > 1 and len({one.values.get(f.name) for one in records}) == 1:
                    continue  # shown only where it differs
                if isinstance(f, models.ForeignKey) and row.values.get(f.name) is not None:
                    related: Any = f.remote_field.model
                    wanted.setdefault(related, set()).add(row.values[f.name])
        self.names = {
            model: {pk: str(one) for pk, one in model._base_manager.in_bulk(list(pks)).items()}
            for model, pks in wanted.items()
        }

    @staticmethod
    def _rows(states: Sequence[State]) -> Iterator[Row]:
        for state in states:
            if state.record:
                yield state.record
            for rows in state.parts.values():
                yield from rows.values()

    def shown(self, f: models.Field, value: Any) -> str:
        """A value in words; a record that is gone is named by its number and said to be deleted."""
        if value in (None, ""):
            return ""
        if isinstance(f, models.ForeignKey):
            related: Any = f.remote_field.model
            return self.names.get(related, {}).get(value, f"{related._meta.verbose_name} {value} (deleted)")
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M} UTC"
        return str(dict(f.flatchoices).get(value, value))

    def describe(self, row: Row) -> str:
        """A row of a part in words: its values, without the key that binds it."""
        binding = _binding_keys(row.model)
        shown = (
            self.shown(f, row.values.get(f.name))
            for f in row.model._meta.concrete_fields
            if not f.primary_key and f.name not in binding and not isinstance(f, models.TextField)
        )
        return " · ".join(words for words in shown if words) or f"{row.model._meta.verbose_name} {row.pk}"


def _binding_keys(model: type[Tracked]) -> set[str]:
    """Names of the foreign keys by which rows of this model belong to some whole."""
    return {
        f.name
        for f in model._meta.concrete_fields
        if isinstance(f, models.ForeignKey)
        and f.remote_field.on_delete is models.CASCADE
        and issubclass(f.remote_field.model, Tracked)
    }


@dataclass(frozen=True)
class Deleted:
    """A record that is gone, and the act that deleted it."""

    model: type[Tracked]
    pk: Any
    label: str
    at: datetime
    by: str
    reason: str
    change_id: uuid.UUID | None


def deleted(model: type[Tracked], limit: int = 200, visible_to: User | None = None) -> list[Deleted]:
    """Records of a model that were deleted and not brought back, newest first, as far as a person may see them."""
    pk = model._meta.pk.attname
    gone = (
        model.history.filter(history_type="-")
        .exclude(**{f"{pk}__in": model._base_manager.values("pk")})
        .select_related("history_user")
        .order_by("-history_date", "-history_id")
    )
    found: dict[Any, Deleted] = {}
    for version in gone[:limit]:
        if visible_to is not None and not may_see_version(version, visible_to):
            continue
        key = getattr(version, pk)
        found.setdefault(
            key,
            Deleted(
                model=model,
                pk=key,
                label=_label(model, version),
                at=version.history_date,
                by=str(version.history_user) if version.history_user else "",
                reason=version.history_change_reason,
                change_id=version.change_id,
            ),
        )
    return list(found.values())


def _label(model: type[Tracked], version: Any) -> str:
    """How the record called itself; a record whose relations are gone is named by its number."""
    try:
        return str(version.instance)
    except Exception:  # a deleted relation may break any __str__; a name is never worth a failed page
        return f"{model._meta.verbose_name} {getattr(version, model._meta.pk.attname)}"


def _capital(words: Any) -> str:
    text = str(words)
    return text[:1].upper() + text[1:]


def content_fields(model: type[Tracked]) -> list[models.Field]:
    """The fields that a restore brings back: all but the primary key and the steps of the workflow."""
    workflow = model.WORKFLOW_FIELDS if issubclass(model, Publishable) else frozenset()
    return [f for f in model._meta.concrete_fields if not f.primary_key and f.name not in workflow]
