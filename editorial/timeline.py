"""The timeline of a whole: every version of a record and of its parts, newest first, without their long texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import MD5, Cast, Length

from editorial.history import names_needed
from editorial.models import Tracked, User, parts_of

PER_PAGE = 25
PORTION = 1000  # versions of which a long text is compared at one go: databases unpack each of them for it
LONGEST_VALUE = 60
ACTIONS = {"+": "Created", "~": "Changed", "-": "Deleted"}


@dataclass(frozen=True)
class Line:
    """One version. ``token`` names it in addresses: "12" of the record, "meetings.statementparty-34" of a part.

    ``part`` says of what it is, "" for the record itself; ``changes`` holds one line a changed field.
    """

    token: str
    part: str
    action: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class Act:
    """What one person did at one go: who, when, why, and each version it wrote, newest first."""

    at: datetime
    by: str
    reason: str
    public_note: str
    lines: tuple[Line, ...]

    @property
    def token(self) -> str:
        """The version by which the whole is asked for as it was after this act."""
        return self.lines[0].token


@dataclass(frozen=True)
class Table:
    """A table of the whole: its model, the column that holds the whole's key, and its name in tokens."""

    model: type[Tracked]
    key: str
    name: str


def tables_of(model: type[Tracked]) -> list[Table]:
    """The record's own table first, then those of its parts."""
    own = Table(model, model._meta.pk.attname, "")
    return [own, *(Table(part.model, f"{part.key}_id", part.model._meta.label_lower) for part in parts_of(model))]


def version_named(model: type[Tracked], pk: Any, token: str) -> Any | None:
    """The version that a token names, if it belongs to this whole; None for anything else."""
    tables = tables_of(model)
    if (named := _named(tables, token)) is None:
        return None
    place, id_ = named
    return tables[place].model.history.filter(**{tables[place].key: pk}, history_id=id_).first()


@dataclass(frozen=True)
class NamedAct:
    """The act that wrote a version: by whom and why, and the dates of the first and last row it wrote in the whole."""

    token: str
    by: str
    reason: str
    began: datetime
    complete: datetime

    @property
    def before(self) -> datetime:
        """The last moment before it began."""
        return self.began - timedelta(microseconds=1)


def acts_named(model: type[Tracked], pk: Any, tokens: Iterable[str]) -> dict[str, NamedAct]:
    """The acts of the versions that tokens name, without those that name none of this whole. One query."""
    tables = tables_of(model)
    wanted = {token: named for token in tokens if (named := _named(tables, token)) is not None}
    if not wanted:
        return {}
    every = [table.model.history.filter(**{table.key: pk}).order_by() for table in tables]
    same_act = Q()
    for place, id_ in wanted.values():
        same_act |= Q(change_id__in=every[place].filter(history_id=id_).values("change_id"))
    names = [f"history_user__{name}" for name in ("username", "first_name", "last_name")]
    asked = []
    for place, versions in enumerate(every):
        ids = [id_ for at, id_ in wanted.values() if at == place]
        of_acts = versions.filter(same_act | Q(history_id__in=ids))
        asked.append(
            of_acts.values_list(
                Value(place), "history_id", "history_date", "change_id", "history_change_reason", *names
            )
        )
    rows = {(row[0], row[1]): row[2:] for row in (asked[0].union(*asked[1:], all=True) if asked[1:] else asked[0])}
    acts = {}
    for token, named in wanted.items():
        if named not in rows:
            continue
        at, change_id, reason, username, first_name, last_name = rows[named]
        dates = [at, *(row[0] for row in rows.values() if change_id is not None and row[1] == change_id)]
        by = str(User(username=username, first_name=first_name, last_name=last_name)) if username else ""
        acts[token] = NamedAct(token_of(tables[named[0]], named[1]), by, reason or "", min(dates), max(dates))
    return acts


def _named(tables: Sequence[Table], token: str) -> tuple[int, int] | None:
    """The place of the table and the number of the version in it that a token stands for."""
    name, _, number = token.rpartition("-")
    place = next((place for place, table in enumerate(tables) if table.name == name), None)
    return (place, int(number)) if place is not None and number.isdecimal() and len(number) <= 18 else None


def token_of(table: Table, id_: int) -> str:
    return f"{table.name}-{id_}" if table.name else str(id_)


class Written(NamedTuple):
    """That a version was written: in which table, under which number, of which row, by whom."""

    place: int
    id: int
    row: Any
    by: int | None


@dataclass(frozen=True)
class Index:
    """Every version of a whole, newest first, and which one came before it; nothing of what they say."""

    pk: Any
    tables: list[Table]
    versions: list[Written]
    before: dict[tuple[int, int], int] = field(repr=False)


def index_of(model: type[Tracked], pk: Any) -> Index:
    """The index of a whole. One query: a database that keeps long texts inside its rows reads them all each time."""
    tables = tables_of(model)
    asked = [
        _history(table, pk)
        .order_by()
        .values_list(
            Cast(
                "history_date", models.TextField()
            ),  # ISO in UTC sorts alike; thousands of dates are slow to read
            Value(place),
            "history_id",
            F(table.model._meta.pk.attname),
            F(table.key),
            "history_user_id",
        )
        for place, table in enumerate(tables)
    ]
    found = sorted(asked[0].union(*asked[1:], all=True) if asked[1:] else asked[0])
    before: dict[tuple[int, int], int] = {}
    last: dict[tuple[int, Any], int] = {}
    versions = []
    for _, place, id_, row, whole, by in found:
        if (earlier := last.get((place, row))) is not None:
            before[place, id_] = earlier
        last[place, row] = id_
        if whole == pk:
            versions.append(Written(place, id_, row, by))
    return Index(pk, tables, versions[::-1], before)


def _history(table: Table, pk: Any) -> Any:
    """All versions of the rows that belong to a whole, those included in which they belonged to another one."""
    history = table.model.history
    own = table.model._meta.pk.attname
    if table.key == own:
        return history.filter(**{own: pk})
    return history.filter(**{f"{own}__in": history.filter(**{table.key: pk}).order_by().values(own)})


@dataclass(frozen=True)
class Timeline:
    """Some acts of a whole, newest first, and the page they stand on, for the links to the others.

    Narrowed to a field with long texts, it is made of one ``portion`` of the versions; otherwise that is None.
    """

    acts: list[Act]
    page: Page[Any]
    portion: Page[Any] | None


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
        place, f = _field_of(index.tables, field)
        versions = [version for version in versions if version.place == place]
        if isinstance(f, models.TextField):
            portions = Paginator(versions, PORTION).get_page(portion)
            versions = list(portions)
    if person is not None:
        versions = [version for version in versions if version.by == person]
    if field:
        versions = _changed(index, f, versions)
    page = Paginator(versions, PER_PAGE).get_page(number)
    rows = _with_predecessors(index, page.object_list)
    names = _related_names((bool(index.tables[place].name), *pair) for (place, _), pair in rows.items())
    acts = []
    for _, group in groupby(page.object_list, key=lambda version: _act_key(rows[version.place, version.id][0])):
        members = [(version.place, version.id) for version in group]
        first = rows[members[0]][0]
        acts.append(
            Act(
                at=first.history_date,
                by=str(first.history_user) if first.history_user else "",
                reason=first.history_change_reason or "",
                public_note=first.public_note,
                lines=tuple(_line(index.tables[member[0]], *rows[member], names) for member in members),
            )
        )
    return Timeline(acts, page, portions)


def people_of(index: Index) -> list[User]:
    """Everybody who wrote a version of the whole. One query."""
    wrote = {version.by for version in index.versions if version.by is not None}
    return list(User.objects.filter(pk__in=wrote).order_by("last_name", "first_name", "username"))


def fields_of(model: type[Tracked]) -> list[tuple[str, str]]:
    """What a timeline can be narrowed to: the name and the words of every field of the whole."""
    found = []
    for table in tables_of(model):
        for f in _content(table.model):
            if f.attname == table.key:
                continue
            words = _capital(f.verbose_name)
            name = f"{table.name}.{f.name}" if table.name else f.name
            found.append((name, f"{_capital(table.model._meta.verbose_name)}: {words}" if table.name else words))
    return found


def _field_of(tables: Sequence[Table], field: str) -> tuple[int, Any]:
    """The place of the table, and the field of it, that a timeline is narrowed to."""
    name, _, own = field.rpartition(".")
    place = next(place for place, table in enumerate(tables) if table.name == name)
    return place, next(f for f in _content(tables[place].model) if f.name == own)


def _changed(index: Index, f: Any, versions: Sequence[Written]) -> list[Written]:
    """Those of some versions of one table in which a field differs from the version before. One query.

    Of long texts only fingerprints leave the database, and only those of the versions asked about. What was deleted
    kept its last values, so that neither the deletion nor coming back with them counts as a change.
    """
    if not versions:
        return []
    table = index.tables[versions[0].place]
    before = {version.id: index.before.get((version.place, version.id)) for version in versions}
    said: dict[int | None, Any] = {None: None}  # before the first version the field said nothing
    if isinstance(f, models.TextField):
        compared = table.model.history.filter(history_id__in={*before, *before.values()} - {None})
        said |= compared.order_by().values_list("history_id", MD5(f.attname))
    else:
        said |= _history(table, index.pk).order_by().values_list("history_id", f.attname)
    return [version for version in versions if said[version.id] != said[before[version.id]]]


def _with_predecessors(index: Index, versions: Iterable[Written]) -> dict[tuple[int, int], tuple[Any, Any | None]]:
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


def _versions(table: Table, ids: Iterable[int]) -> dict[int, Any]:
    """Versions by their numbers, with length and fingerprint in place of their long texts."""
    long = [f for f in _content(table.model) if isinstance(f, models.TextField)]
    found: dict[int, Any] = (
        table.model.history.filter(history_id__in=ids)
        .select_related("history_user")
        .defer(*(f.attname for f in long))
        .annotate(**{f"{f.name}_digest": MD5(f.attname) for f in long})
        .annotate(**{f"{f.name}_length": Length(f.attname) for f in long})
        .in_bulk(field_name="history_id")
    )
    return found


def _act_key(version: Any) -> Any:
    return version.change_id or (type(version), version.history_id)


def _content(model: type[Tracked]) -> list[Any]:
    return [f for f in model._meta.concrete_fields if not f.primary_key]


def _line(table: Table, row: Any, before: Any | None, names: dict[Any, dict[Any, str]]) -> Line:
    changes: tuple[str, ...] = ()
    if before is not None and row.history_type == "~":
        changes = tuple(filter(None, (_change(f, before, row, names) for f in _content(table.model))))
    part = f"{table.model._meta.verbose_name} {_described(table, row, names)}".strip() if table.name else ""
    return Line(
        token=token_of(table, row.history_id), part=part, action=ACTIONS[row.history_type], changes=changes
    )


def _described(table: Table, row: Any, names: dict[Any, dict[Any, str]]) -> str:
    """A row of a part in words: its short values, without the key that binds it."""
    shown = (
        _shown(f, getattr(row, f.attname), names)
        for f in _content(table.model)
        if f.attname != table.key
        and not isinstance(f, models.TextField | models.BooleanField)
        and getattr(row, f.attname) not in (None, "")
    )
    return " · ".join(list(shown)[:3])


def _change(f: Any, old: Any, new: Any, names: dict[Any, dict[Any, str]]) -> str:
    label = _capital(f.verbose_name)
    if isinstance(f, models.TextField):
        if getattr(old, f"{f.name}_digest") == getattr(new, f"{f.name}_digest"):
            return ""
        more = (getattr(new, f"{f.name}_length") or 0) - (getattr(old, f"{f.name}_length") or 0)
        return f"{label}: rewritten ({more:+d} characters)" if more else f"{label}: rewritten, same length"
    was, now = getattr(old, f.attname), getattr(new, f.attname)
    if was == now:
        return ""
    return f"{label}: {_shown(f, was, names)} → {_shown(f, now, names)}"


def _shown(f: Any, value: Any, names: dict[Any, dict[Any, str]]) -> str:
    if value in (None, ""):
        return "nothing"
    if isinstance(f, models.ForeignKey):
        return names.get(f.remote_field.model, {}).get(value, f"{value} (deleted)")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    words = str(dict(f.flatchoices).get(value, value))
    return words if len(words) <= LONGEST_VALUE else words[: LONGEST_VALUE - 1] + "…"


def _related_names(versions: Iterable[tuple[bool, Any, Any | None]]) -> dict[Any, dict[Any, str]]:
    """The words for the records that foreign keys point at, one query a table pointed at.

    Of a record only those that changed are shown, of a part (the first of each three) all that describe it.
    """
    wanted: dict[Any, set[Any]] = {}
    for is_part, row, before in versions:
        for f in _content(row.instance_type):
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


def _brief(model: Any) -> Any:
    """Rows ready to say their name without asking for what they point at."""
    related = names_needed(model)
    return model._base_manager.select_related(*related) if related else model._base_manager


def _capital(words: Any) -> str:
    text = str(words)
    return text[:1].upper() + text[1:]
