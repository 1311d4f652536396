"""The timeline of a whole: every version of a record and of its parts, newest first, without their long texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, TypeAlias

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models.functions import MD5, Length

from editorial.models import TrackedVersion

from .index import Index, WrittenVersion
from .narrowing import changed_in, field_of
from .tables import HistoryTable, token_of
from .words import Column, fields_kept, label_of, names_needed, plain_words

PER_PAGE = 25
PORTION = 1000  # versions of which a long text is compared at one go: databases unpack each of them for it
LONGEST_VALUE = 60
ACTIONS = {"+": "Created", "~": "Changed", "-": "Deleted"}

Pair: TypeAlias = tuple[TrackedVersion, TrackedVersion | None]
"""A version, and the one before it of the same row."""
Names: TypeAlias = dict[type[models.Model], dict[int, str]]
"""The words for records, by table and key."""


@dataclass(frozen=True)
class TimelineLine:
    """One version. ``token`` names it in addresses: "12" of the record, "meetings.statementparty-34" of a part.

    ``part`` says of what it is, "" for the record itself; ``changes`` holds one line a changed field.
    """

    token: str
    part: str
    action: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class RecordedAct:
    """What one person did at one go: who, when, why, and each version it wrote, newest first."""

    at: datetime
    by: str
    reason: str
    public_note: str
    lines: tuple[TimelineLine, ...]
    confirmed_by: str = ""  # the second person, of a change that was proposed

    @property
    def token(self) -> str:
        """The version by which the whole is asked for as it was after this act."""
        return self.lines[0].token


@dataclass(frozen=True)
class Timeline:
    """Some acts of a whole, newest first, and the page they stand on, for the links to the others.

    Narrowed to a field with long texts, it is made of one ``portion`` of the versions; otherwise that is None.
    """

    acts: list[RecordedAct]
    page: Page[WrittenVersion]
    portion: Page[WrittenVersion] | None


def timeline(
    index: Index,
    number: int | str = 1,
    *,
    person: int | None = None,
    field: str = "",
    portion: int | str = 1,
) -> Timeline:
    """One page of a whole's acts.

    ``person`` keeps the versions of one user; ``field`` ("lead", "meetings.statementparty.role") those that say
    something else in that field than the version before. The number of queries depends on the kinds of parts, not on
    the number of versions; the time for comparing long texts ends with a portion.
    """
    versions, portions = index.versions, None
    if field:
        place, f = field_of(index.tables, field)
        versions = [version for version in versions if version.place == place]
        if isinstance(f, models.TextField):
            portions = Paginator(versions, PORTION).get_page(portion)
            versions = list(portions)
    if person is not None:
        versions = [version for version in versions if version.by == person]
    if field:
        versions = changed_in(index, f, versions)
    page = Paginator(versions, PER_PAGE).get_page(number)
    rows = _with_predecessors(index, page.object_list)
    names = _related_names((bool(index.tables[place].name), *pair) for (place, _), pair in rows.items())
    acts = []
    for _, group in groupby(page.object_list, key=lambda version: _act_key(rows[version.place, version.id][0])):
        members = [(version.place, version.id) for version in group]
        first = rows[members[0]][0]
        acts.append(
            RecordedAct(
                at=first.history_date,
                by=str(first.history_user) if first.history_user else "",
                reason=first.history_change_reason or "",
                public_note=first.public_note,
                lines=tuple(_line(index.tables[member[0]], *rows[member], names) for member in members),
                confirmed_by=str(first.confirmed_by) if first.confirmed_by else "",
            )
        )
    return Timeline(acts, page, portions)


def _with_predecessors(index: Index, versions: Iterable[WrittenVersion]) -> dict[tuple[int, int], Pair]:
    """Each version with the one before it of the same row. One query for each table they stand in."""
    wanted: dict[int, set[int]] = {}
    for version in versions:
        before = index.before.get((version.place, version.id), version.id)
        wanted.setdefault(version.place, set()).update((version.id, before))
    found = {place: _versions(index.tables[place], ids) for place, ids in wanted.items()}
    return {
        (place, id_): (found[place][id_], found[place].get(index.before.get((place, id_), -1)))
        for place, id_, _, _ in versions
    }


def _versions(table: HistoryTable, ids: Iterable[int]) -> dict[int, TrackedVersion]:
    """Versions by their numbers, with length and fingerprint in place of their long texts."""
    long = [f for f in fields_kept(table.model) if isinstance(f, models.TextField)]
    found: dict[int, TrackedVersion] = (
        table.model.history.filter(history_id__in=ids)
        .select_related("history_user", "confirmed_by")
        .defer(*(f.attname for f in long))
        .annotate(**{f"{f.name}_digest": MD5(f.attname) for f in long})
        .annotate(**{f"{f.name}_length": Length(f.attname) for f in long})
        .in_bulk(field_name="history_id")
    )
    return found


def _act_key(version: TrackedVersion) -> object:
    return version.change_id or (type(version), version.history_id)


def _line(table: HistoryTable, row: TrackedVersion, before: TrackedVersion | None, names: Names) -> TimelineLine:
    changes: tuple[str, ...] = ()
    if before is not None and row.history_type == "~":
        changes = tuple(filter(None, (_change(f, before, row, names) for f in fields_kept(table.model))))
    part = f"{table.model._meta.verbose_name} {_described(table, row, names)}".strip() if table.name else ""
    return TimelineLine(
        token=token_of(table, row.history_id), part=part, action=ACTIONS[row.history_type], changes=changes
    )


def _described(table: HistoryTable, row: TrackedVersion, names: Names) -> str:
    """A row of a part in words: its short values, without the key that binds it."""
    shown = (
        _shown(f, getattr(row, f.attname), names)
        for f in fields_kept(table.model)
        if f.attname != table.key
        and not isinstance(f, models.TextField | models.BooleanField)
        and getattr(row, f.attname) not in (None, "")
    )
    return " · ".join(list(shown)[:3])


def _change(f: Column, old: TrackedVersion, new: TrackedVersion, names: Names) -> str:
    label = label_of(f)
    if isinstance(f, models.TextField):
        if getattr(old, f"{f.name}_digest") == getattr(new, f"{f.name}_digest"):
            return ""
        more = (getattr(new, f"{f.name}_length") or 0) - (getattr(old, f"{f.name}_length") or 0)
        return f"{label}: rewritten ({more:+d} characters)" if more else f"{label}: rewritten, same length"
    was, now = getattr(old, f.attname), getattr(new, f.attname)
    if was == now:
        return ""
    return f"{label}: {_shown(f, was, names)} → {_shown(f, now, names)}"


def _shown(f: Column, value: Any, names: Names) -> str:
    if isinstance(f, models.ForeignKey) and value not in (None, ""):
        return names.get(f.remote_field.model, {}).get(value, f"{value} (deleted)")
    words = plain_words(f, value) or "nothing"
    return words if len(words) <= LONGEST_VALUE else words[: LONGEST_VALUE - 1] + "…"


def _related_names(versions: Iterable[tuple[bool, *Pair]]) -> Names:
    """The words for the records that foreign keys point at, one query a table pointed at.

    Of a record only those that changed are shown, of a part (the first of each three) all that describe it.
    """
    wanted: dict[type[models.Model], set[int]] = {}
    for is_part, row, before in versions:
        for f in fields_kept(row.instance_type):
            if not isinstance(f, models.ForeignKey):
                continue
            keys = {getattr(one, f.attname) for one in (row, before) if one is not None}
            if is_part or len(keys) > 1:
                wanted.setdefault(f.remote_field.model, set()).update(keys - {None})
    return {
        model: {key: str(one) for key, one in _brief(model).in_bulk(keys).items()}
        for model, keys in wanted.items()
        if keys
    }


def _brief(model: type[models.Model]) -> models.QuerySet[models.Model]:
    """Rows ready to say their name without asking for what they point at."""
    related = names_needed(model)
    return model._base_manager.select_related(*related) if related else model._base_manager.all()
