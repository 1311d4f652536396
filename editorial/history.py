"""Reads the versions of a record and of the whole it stands for: timeline, state on a day, comparison.

A whole is a record with its parts (editorial.models.parts), such as a statement's parties. The parts are never asked
for through the record, because a historical record's relations give today's rows; each part's own history is read
instead.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Case, Exists, F, Q, Subquery, When, Window
from django.db.models.functions import RowNumber

from editorial.models import Part, Publishable, ResearchedTextField, Tracked, User, parts_of
from editorial.models.access import may_see_version
from editorial.texts.compare import Comparison as TextComparison
from editorial.texts.compare import compare as compare_texts

SHORT_WORDS = 80  # characters up to which a plain text is shown whole, as it was and as it is


@dataclass(frozen=True)
class Row:
    """One stored row as it was: its primary key and its values by field name (foreign keys as primary keys).

    ``related`` holds the records that its foreign keys point at, where they were read with it; None for one that is
    gone.
    """

    model: type[Tracked]
    pk: Any
    values: dict[str, Any]
    related: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, version: Any) -> Row:
        model = version.instance_type
        fields = [f for f in model._meta.concrete_fields if not f.primary_key]
        read = [f.name for f in fields if f.is_relation and version._meta.get_field(f.name).is_cached(version)]
        return cls(
            model=model,
            pk=getattr(version, model._meta.pk.attname),
            values={f.name: getattr(version, f.attname) for f in fields},
            related={name: getattr(version, name) for name in read},
        )

    def shown(self, f: models.Field) -> str:
        """What the row says in a field, in words."""
        value = self.values.get(f.name)
        return _words(f, value, self.related[f.name]) if f.name in self.related else label_of_values(f, value)

    def describe(self) -> str:
        """The row in words: its values, without the key that binds it."""
        shown = (
            self.shown(f)
            for f in self.model._meta.concrete_fields
            if not f.primary_key and f.name != self.model.PART_OF and not isinstance(f, models.TextField)
        )
        return " · ".join(words for words in shown if words) or f"{self.model._meta.verbose_name} {self.pk}"


@dataclass(frozen=True)
class State:
    """A whole at one moment: its record (None before it existed or after it was deleted) and its parts."""

    at: datetime
    record: Row | None
    parts: dict[str, dict[Any, Row]] = field(default_factory=dict)


def known_at(model: type[Tracked], pk: Any, at: datetime) -> State:
    """What this system said of a whole at a moment. One query for the record and one for each kind of part."""
    (record,) = _records_at(_newest_at(model, pk, [at]), [at])
    parts = {part.model._meta.label: _rows_at(part, pk, [at])[0] for part in parts_of(model)}
    return State(at, record, parts)


def known_at_both(model: type[Tracked], pk: Any, old: datetime, new: datetime) -> tuple[State, State]:
    """A whole at two moments, to be compared: without those kinds of parts of which nothing was written in between.

    One query for the record and one for each kind of part that is left.
    """
    moments = [old, new]
    parts = {f"is_written_{place}": part for place, part in enumerate(parts_of(model))}
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
        State(at, records[place], {label: rows[place] for label, rows in found.items()})
        for place, at in enumerate(moments)
    )
    return before, after


def _newest_at(model: type[Tracked], pk: Any, moments: Sequence[datetime]) -> Any:
    """The newest version of a record at each moment, with the records it points at."""
    versions = model.history.filter(**{model._meta.pk.attname: pk})
    wanted = Q()
    for at in moments:
        newest = versions.filter(history_date__lte=at).order_by("-history_date", "-history_id")
        wanted |= Q(history_id=Subquery(newest.values("history_id")[:1]))
    return versions.filter(wanted).select_related(*_related_names(model)).order_by("history_date", "history_id")


def _records_at(versions: Iterable[Any], moments: Sequence[datetime]) -> list[Row | None]:
    found: list[Row | None] = [None] * len(moments)
    for version in versions:  # oldest first
        for place, at in enumerate(moments):
            if version.history_date <= at:
                found[place] = Row.of(version) if version.history_type != "-" else None
    return found


def _part_versions(part: Part, whole: Any, until: datetime) -> Any:
    """Versions, up to a moment, of all rows of a part that were ever bound to the whole."""
    pk = part.model._meta.pk.attname
    ever = part.model.history.filter(**{f"{part.key}_id": whole}).order_by().values(pk)
    return part.model.history.filter(**{f"{pk}__in": ever}, history_date__lte=until)


def _rows_at(part: Part, whole: Any, moments: Sequence[datetime]) -> list[dict[Any, Row]]:
    """The rows of a part at each moment: of every row that was ever bound to the whole, its newest version by then."""
    pk, key = part.model._meta.pk.attname, f"{part.key}_id"
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
    found: list[dict[Any, Row]] = [{} for _ in moments]
    for version in versions.select_related(*_related_names(part.model)).order_by(pk, "history_date", "history_id"):
        for place, at in enumerate(moments):
            if version.history_date <= at:
                found[place].pop(getattr(version, pk), None)
                if version.history_type != "-" and getattr(version, key) == whole:
                    found[place][getattr(version, pk)] = Row.of(version)
    return found


def moment_of(version: Any, whole: tuple[type[Tracked], Any] | None = None) -> datetime:
    """When the act that wrote a version was complete: the date of the last row it wrote in the whole.

    One act writes the record and its parts microseconds apart; asking at the record's own date would miss them.
    ``whole`` (model and primary key) is needed for a version of a part; for one of the record it is the record.
    One query.
    """
    latest: datetime = version.history_date
    if version.change_id is None:
        return latest
    model, pk = whole or (version.instance_type, getattr(version, version.instance_type._meta.pk.attname))
    tables = [(model, model._meta.pk.attname), *((part.model, f"{part.key}_id") for part in parts_of(model))]
    dates = [
        table.history.filter(**{key: pk}, change_id=version.change_id).order_by().values_list("history_date")
        for table, key in tables
    ]
    return max([latest, *(at for (at,) in (dates[0].union(*dates[1:]) if dates[1:] else dates[0]))])


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
    fields = tuple(_field_changes(old.record, new.record)) if old.record and new.record else ()
    parts: list[RowChange] = []
    for label in dict.fromkeys([*old.parts, *new.parts]):
        before, after = old.parts.get(label, {}), new.parts.get(label, {})
        for pk in dict.fromkeys([*before, *after]):
            change = _row_change(before.get(pk), after.get(pk))
            if change:
                parts.append(change)
    return Comparison(fields, tuple(parts))


def _row_change(old: Row | None, new: Row | None) -> RowChange | None:
    row = new or old
    if row is None:
        return None
    what = str(row.model._meta.verbose_name)
    if old is None or new is None:
        return RowChange("added" if old is None else "removed", what, row.describe(), row.pk)
    fields = tuple(_field_changes(old, new))
    return RowChange("changed", what, new.describe(), row.pk, fields) if fields else None


def _field_changes(old: Row, new: Row) -> Iterator[FieldChange]:
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
        yield FieldChange(f.name, _capital(f.verbose_name), old.shown(f), new.shown(f), text)


def label_of_values(f: Any, value: Any) -> str:
    """One value of a field in words. A foreign key takes a query for the record it points at."""
    is_key = isinstance(f, models.ForeignKey) and value not in (None, "")
    return _words(f, value, f.remote_field.model._base_manager.filter(pk=value).first() if is_key else None)


def _words(f: Any, value: Any, related: Any) -> str:
    """A value in words; a record that is gone is named by its number and said to be deleted."""
    if value in (None, ""):
        return ""
    if isinstance(f, models.ForeignKey):
        return (
            str(related) if related is not None else f"{f.remote_field.model._meta.verbose_name} {value} (deleted)"
        )
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    return str(dict(f.flatchoices).get(value, value))


def names_needed(model: type[models.Model]) -> list[str]:
    """The relations without which a record of this model may not be able to say its name."""
    return [f.name for f in model._meta.concrete_fields if f.is_relation and not f.null]


def _related_names(model: type[Tracked]) -> list[str]:
    """What to read with a version, so that its foreign keys can be shown in words. A row's whole is known anyway."""
    found = []
    for f in model._meta.concrete_fields:
        if isinstance(f, models.ForeignKey) and f.name != model.PART_OF:
            target: Any = f.remote_field.model
            found += [f.name, *(f"{f.name}__{name}" for name in names_needed(target))]
    return found


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
