"""Data that many tests begin with, loaded once for the state that the code is in and copied from then on.

Loading all reference data takes seconds in every process, copying rows a fraction of one. What a load wrote is kept as
a file in ``var/testing``, for each kind of database and under a name made from everything that loading can read.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, models, transaction

from editorial.actions.reference import load
from editorial.search import indexed_once
from tests import prepared_database

T = TypeVar("T")
Table = type[models.Model]
NUMBERED = ("AutoField", "BigAutoField", "OneToOneField")
MADE_BY_MIGRATING = ("contenttypes.contenttype", "auth.permission", "sessions.session")
FLOORS = (
    "models",
    "rules",
    "texts",
    "actions",
    "queries",
    "history",
    "importing",
    "search",
    "public",
    "migrations",
)
READ_BY_LOADING = (
    *(f"*/{floor}/**/*.py" for floor in FLOORS),
    *("*/reference/**/*", "*/demo/**/*", "*/*.py", "tests/factories/*.py", "requirements.txt"),
)


@dataclass
class Kept:
    """What a load answered, and its rows as the database itself writes them out, by table."""

    answer: Any
    rows: dict[str, Any] = field(default_factory=dict)
    kinds: dict[int, tuple[str, str]] = field(default_factory=dict)
    """The tables that rows point to by a key that a database gives anew whenever it is emptied."""


class _Undo(Exception):
    pass


_kept: dict[str, Kept] = {}


def once(name: str, load: Callable[[], T], tables: Sequence[Table] = ()) -> T:
    """Put into the database what ``load`` writes to these tables (none named: to any, versions too), and answer as it does.

    The database has to be as migrations leave it where the load writes: its rows keep their keys.
    """
    if name not in _kept:
        _kept[name] = _from_file(name, load, tables or _tables())
    _write(_kept[name])
    return _kept[name].answer


def load_once(*names: str, on: Callable[[], object] | None = None) -> None:
    """What the loaders of reference data of these names bring, after ``on``; none of them may refuse a row."""

    def load_all() -> None:
        if on:
            on()
        with indexed_once():
            for name in names:
                assert load(name).refused == [], name

    key = hashlib.sha256(" ".join([on.__qualname__ if on else "", *names]).encode()).hexdigest()[:12]
    once(key, load_all)


def _from_file(name: str, load: Callable[[], T], tables: Sequence[Table]) -> Kept:
    file = prepared_database.FOLDER / f"rows_{connection.vendor}_{name}_{_fingerprint()}"
    if not file.exists():  # looked at again below: another process may be making it
        with prepared_database.alone(f"rows_{name}"):
            if not file.exists():
                made = _made(load, tables)
                for old in file.parent.glob(f"rows_{connection.vendor}_{name}_*"):
                    old.unlink()
                half = file.with_suffix(".half")
                half.write_bytes(pickle.dumps(made))
                half.rename(file)
    return pickle.loads(file.read_bytes())  # noqa: S301 - written above


@cache
def _fingerprint() -> str:
    return prepared_database.fingerprint(READ_BY_LOADING)


def _made(load: Callable[[], T], tables: Sequence[Table]) -> Kept:
    made: list[Kept] = []
    try:
        with transaction.atomic():
            before = {table: table._base_manager.aggregate(last=models.Max("pk"))["last"] for table in tables}
            kept = Kept(load())
            for table in tables:
                if rows := _read(table, before[table] or 0):
                    kept.rows[table._meta.label] = rows
            kept.kinds = {one.pk: one.natural_key() for one in ContentType.objects.all()}
            made.append(kept)
            raise _Undo
    except _Undo:
        pass
    return made[0]


def _tables() -> list[Table]:
    """Every table that a load can write to."""
    return [
        table
        for table in apps.get_models(include_auto_created=True)
        if table._meta.managed
        and not table._meta.proxy
        and table._meta.label_lower not in MADE_BY_MIGRATING
        and table._meta.pk.get_internal_type() in NUMBERED
    ]


def _columns(table: Table) -> str:
    return ", ".join(connection.ops.quote_name(one.column) for one in table._meta.local_concrete_fields)


def _read(table: Table, after: int) -> Any:
    key = table._meta.pk.column
    chosen = f"SELECT {_columns(table)} FROM {table._meta.db_table} WHERE {key} > {after} ORDER BY {key}"  # noqa: S608
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY ({chosen}) TO STDOUT") as copied:
                return b"".join(bytes(part) for part in copied)
        cursor.execute(chosen)
        return cursor.fetchall()


def _write(kept: Kept) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for label, rows in kept.rows.items():
            table = apps.get_model(label)
            where = f"{table._meta.db_table} ({_columns(table)})"
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {where} FROM STDIN") as copied:
                    copied.write(rows)
            else:
                marks = ", ".join("?" * len(rows[0]))
                connection.connection.executemany(f"INSERT INTO {where} VALUES ({marks})", rows)  # noqa: S608
            _name_kinds(table, kept.kinds)
        for statement in connection.ops.sequence_reset_sql(no_style(), [apps.get_model(one) for one in kept.rows]):
            cursor.execute(statement)


def _name_kinds(table: Table, kinds: dict[int, tuple[str, str]]) -> None:
    """Content types get new keys whenever a test with a live server has emptied the database."""
    now = {one.natural_key(): one.pk for one in ContentType.objects.all()}
    moved = {old: now[key] for old, key in kinds.items() if now.get(key, old) != old}
    if not moved:
        return
    for one in table._meta.local_concrete_fields:
        if one.related_model is ContentType:
            whens = " ".join(f"WHEN {old} THEN {new}" for old, new in moved.items())
            with connection.cursor() as cursor:
                cursor.execute(
                    f"UPDATE {table._meta.db_table} SET {one.column} = "  # noqa: S608
                    f"CASE {one.column} {whens} ELSE {one.column} END"
                )
