"""Questions that public pages ask at each request: built once, asked with other values.

Django takes ten times as long to build such a query and its rows as the database to answer it. What is asked is said by a
queryset as everywhere else; here it is taken apart once, and its rows are made without what only writing needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models.base import ModelState

M = TypeVar("M", bound=models.Model)
LARGEST = 2**63 - 1  # a number beyond it is that of no row


class Prepared(Generic[M]):
    """``build`` makes the queryset from values by name. The rows are for reading: nothing of them is ever saved."""

    def __init__(self, build: Callable[..., models.QuerySet[M]]) -> None:
        self.build = build
        self._asked: _Asked | None = None

    def __call__(self, **values: object) -> list[M]:
        """One query."""
        if any(isinstance(value, int) and value > LARGEST for value in values.values()):
            return []
        asked = self._asked
        if asked is None:
            asked = self._asked = _Asked(self.build, values)
        return asked.answered(values)


class _Asked:
    """A queryset taken apart: its words, where its values stand, and how its rows become records."""

    def __init__(self, build: Callable[..., models.QuerySet[Any]], values: Mapping[str, object]) -> None:
        examples = {name: _example(number, value) for number, (name, value) in enumerate(values.items(), 1)}
        self.compiler: Any = build(**examples).query.get_compiler(connection=connection)
        self.sql, params = self.compiler.as_sql()
        places = {_adapted(example): name for name, example in examples.items()}
        self.params = [(places.get(param), param) for param in params]
        self.converters = self.compiler.get_converters([column for column, *_ in self.compiler.select])
        self.shape = _Shape(self.compiler.klass_info, self.compiler.select)

    def answered(self, values: Mapping[str, object]) -> list[Any]:
        params = [_adapted(values[name]) if name else constant for name, constant in self.params]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            rows = cursor.fetchall()
        if self.converters:
            compiler = copy(self.compiler)
            compiler.connection = connection  # another thread's is not ours
            rows = compiler.apply_converters(rows, self.converters)
        known: dict[tuple[type[models.Model], object], Any] = {}
        return [self.shape.made(row, known) for row in rows]


class _Shape:
    """How a row becomes a record, with the records that it names."""

    def __init__(self, info: Mapping[str, Any], select: Sequence[Any]) -> None:
        places = info["select_fields"]
        self.model: type[models.Model] = info["model"]
        self.names = [select[place][0].target.attname for place in places]
        self.values = itemgetter(*places, places[0])  # one more, so that it always gives several
        self.key = places[self.names.index(self.model._meta.pk.attname)]
        self.related = [
            (_Shape(one, select), one["local_setter"], one["remote_setter"])
            for one in info.get("related_klass_infos", ())
        ]

    def made(self, row: Sequence[Any], known: dict[tuple[type[models.Model], object], Any]) -> Any:
        """As Model.from_db makes it, without the columns that were not read, and without its signals. Rows that name the
        same record share it."""
        record = self.model.__new__(self.model)
        record.__dict__.update(zip(self.names, self.values(row), strict=False))
        record._state = ModelState()
        record._state.adding, record._state.db = False, DEFAULT_DB_ALIAS
        for shape, here, there in self.related:
            if (key := row[shape.key]) is None:
                here(record, None)
                continue
            if (named := known.get((shape.model, key))) is None:
                named = known[shape.model, key] = shape.made(row, known)
            here(record, named)
            there(named, record)
        return record


def _example(number: int, value: object) -> Any:
    """A value of the same kind that no query says by itself, so that its place is found."""
    if isinstance(value, datetime):
        return datetime(1, 1, 1, 0, 0, number, tzinfo=UTC)
    return -7_000_000 - number if isinstance(value, int) else f"\x02{number}"


def _adapted(value: object) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
