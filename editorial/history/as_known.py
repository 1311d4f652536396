"""What did this site say then? The readers' own code, asked over tables that stand for a moment of the past.

Inside a transaction that is always undone there are temporary tables named like the real ones, made from the newest
versions up to the moment. Both databases look there first, so that every query answers as it would have then. What is
derived from rows (the search, the index of citations) is not rebuilt: whoever asks it must not be asked about the past.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from editorial.models import FourEyes, Tracked, four_eyes_of, parts_of
from editorial.rules.calendar import spoken
from editorial.rules.known_day import KnownAt, NotKnowable

_asked: ContextVar[KnownAt | None] = ContextVar("known_at", default=None)


class NothingYet(NotKnowable):
    """The moment lies before the first version of anything that the answer rests on."""


def known_at_asked() -> KnownAt | None:
    """The moment of the past that is being asked about; None for today."""
    return _asked.get()


@contextmanager
def as_known(known: KnownAt, tables: Collection[type[Tracked]]) -> Iterator[None]:
    """Everything read inside from these tables is as it was; nothing that happens inside is kept.

    Whoever reads lazily reads inside. One query on PostgreSQL, beside the transaction's own. Raises NothingYet
    where none of the tables had a version by then.
    """
    if _asked.get() is not None:
        raise RuntimeError("One moment at a time: this is asked about another one already.")
    token = _asked.set(known)
    try:
        with transaction.atomic():
            try:
                first = _run([_first(tables), *(sql for model in tables for sql in _stand_in(model, known.at))])
                if first is None or known.at < first:
                    raise NothingYet(_nothing_yet(first))
                yield
            finally:
                transaction.set_rollback(True)
    finally:
        _asked.reset(token)


def today_then() -> date:
    """The day that stands for today: that of the moment which is being asked about."""
    known = known_at_asked()
    return known.day if known else timezone.localdate()


def tables_behind(*roots: type[models.Model]) -> tuple[type[Tracked], ...]:
    """The tables of facts that answers about these rest on: themselves and their parts, and whatever these point at."""
    found: dict[type[Tracked], None] = {}
    waiting: list[Any] = [table for root in roots for table in (root, *(part.model for part in parts_of(root)))]
    while waiting:
        model = waiting.pop(0)
        if model not in found and is_fact(model):
            found[model] = None
            waiting += [f.related_model for f in model._meta.concrete_fields if f.related_model]
    return tuple(found)


def is_fact(model: type[models.Model]) -> bool:
    """Whether the rows of a table are facts: their versions say what was known."""
    return issubclass(model, Tracked) and four_eyes_of(model) is FourEyes.CHANGE_SET


def _first(tables: Iterable[type[Tracked]]) -> str:
    """Asks for the moment of the first version of any of the tables."""
    name = connection.ops.quote_name
    each = (f"SELECT MIN(history_date) AS first FROM {name(m.history.model._meta.db_table)}" for m in tables)  # noqa: S608
    return f"SELECT MIN(first) FROM ({' UNION ALL '.join(each)}) AS firsts"  # noqa: S608 - names of our own tables


def _nothing_yet(first: datetime | None) -> str:
    """An answer made of nothing would look as if nothing had been the case."""
    since = f" Its first record was made on {spoken(first.date())}." if first else ""
    return f"Nothing that this answer rests on was recorded here by then.{since}"


def _stand_in(model: type[Tracked], at: datetime) -> Iterator[str]:
    """The statements that make a temporary table of the rows as they were.

    With the primary key, by which PostgreSQL lets queries group, and without any other rule: what stands was allowed
    when it was written, and rows are no longer compared with each other.
    """
    name = connection.ops.quote_name
    table, versions = name(model._meta.db_table), name(model.history.model._meta.db_table)
    key = name(str(model._meta.pk.column))
    columns = ", ".join(name(str(f.column)) for f in model._meta.concrete_fields)
    until = f"'{connection.ops.adapt_datetimefield_value(at)}'"
    yield (
        f"CREATE TEMPORARY TABLE {table} AS SELECT {columns} FROM ("  # noqa: S608 - names of our own tables, and a moment
        f"SELECT {columns}, history_type, ROW_NUMBER() OVER "
        f"(PARTITION BY {key} ORDER BY history_date DESC, history_id DESC) AS age "
        f"FROM {versions} WHERE history_date <= {until}) AS versions WHERE age = 1 AND history_type <> '-'"
    )
    if connection.vendor == "postgresql":
        yield f"ALTER TABLE pg_temp.{table} ADD PRIMARY KEY ({key})"


def _run(statements: list[str]) -> datetime | None:
    """All at once on PostgreSQL. SQLite knows no batches, and asks nobody over a wire: each goes to the file itself.

    Answers what the first of them asks for.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(";".join(statements))
            (first,) = cursor.fetchone()
        else:
            (first,) = cursor.cursor.execute(statements[0]).fetchone()
            for statement in statements[1:]:
                cursor.cursor.execute(statement)
    return first if first is None or isinstance(first, datetime) else datetime.fromisoformat(f"{first}+00:00")
