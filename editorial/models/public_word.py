"""The state of what readers see, as a word that changes with it. Readers only read: no lock, no write.

It is asked for before a page is made, so that what is kept under a word is never older than the word. Within one
history the same word means the same changes: marks are only added, and each that has a moment comes with one that has
none, so that two numbers tell how far both have come, also while clocks are put back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections, models

from .publication_counter import EVERYTHING, TOTAL, PublicationCounter, PublicationMark
from .tracked import tracked_models


@dataclass(frozen=True)
class NamedInAddress:
    """The subject that is a record, by what an address says of it: the state whose slug is "peru"."""

    model: type[models.Model]
    column: str
    value: str


Subjects = tuple[str | NamedInAddress, ...] | None
"""What a page rests on, beside what may stand on any page; None where it may show anything, so that every mark counts."""


def subject_of(model: type[models.Model], pk: object) -> str:
    """The subject that is one record."""
    return f"{model._meta.label_lower}/{pk}"


class _Answer(NamedTuple):
    word: str
    since: datetime
    until: datetime | None  # when the next embargo among the subjects ends


class _Seen(NamedTuple):
    """The words that were asked for while nothing was committed, by subjects."""

    snapshot: bytes
    words: dict[Subjects, _Answer]


class _Words(NamedTuple):
    each: Mapping[str, str]
    snapshot: bytes
    since: datetime
    until: datetime | None  # when the next embargo among the subjects ends


class PublicWord:
    """Asks the database, and on PostgreSQL first whether anything at all was committed since it last did: that costs
    a tenth. One for each worker; threads share it."""

    MOST = 20_000  # words that are remembered while nothing is committed

    def __init__(self) -> None:
        self._seen: dict[str, _Seen] = {}
        self._each: dict[tuple[str, type[models.Model] | None], _Words] = {}

    def __call__(self, at: datetime, on: Subjects = None) -> str:
        """The state of these subjects at a moment, with what may stand on any page. One query."""
        return self._answer(at, on).word

    def until(self, at: datetime, on: Subjects = None) -> datetime | None:
        """When the next embargo among these subjects ends; None where none waits."""
        return self._answer(at, on).until

    def _answer(self, at: datetime, on: Subjects) -> _Answer:
        snapshot, database = _snapshot()
        seen = self._seen.get(database) or _Seen(b"", {})
        if snapshot and snapshot == seen.snapshot:
            known = seen.words.get(on)
            if known is not None and _holds(known, at):
                return known
        answer = _ask(at, on)
        if snapshot:
            if snapshot != seen.snapshot or len(seen.words) >= self.MOST:
                self._seen[database] = seen = _Seen(snapshot, {})
            seen.words[on] = answer  # at least as new as the snapshot, which was taken before
        return answer

    def each(self, at: datetime, table: type[models.Model] | None = None) -> Mapping[str, str]:
        """The words of the records of a table, or of everything and the parts of the site, each by itself: one query.

        A subject that was never marked is not among them. It is the same mapping that is given as long as they stay.
        """
        snapshot, database = _snapshot()
        known = self._each.get((database, table))
        if known and snapshot and snapshot == known.snapshot and _holds(known, at):
            return known.each
        words = _ask_each(at, table, snapshot)
        if known and known.each == words.each:
            words = words._replace(each=known.each)
        self._each[database, table] = words
        return words.each


def _holds(known: _Answer | _Words, at: datetime) -> bool:
    """Whether what was answered is right at a moment as well, if nothing was committed since."""
    return known.since <= at and (known.until is None or at < known.until)


def _snapshot() -> tuple[bytes, str]:
    """Which transactions are over, in PostgreSQL's words, and in which database: a copy can be behind.

    Empty where this cannot tell whether anything was written: inside a transaction it says nothing of what that
    transaction itself has written.
    """
    here: Any = connections[DEFAULT_DB_ALIAS]  # looked up once: that is dear where nothing else is done
    if here.vendor != "postgresql" or here.in_atomic_block:
        return b"", here.alias
    if here.connection is None:
        here.ensure_connection()
    try:
        result = here.connection.pgconn.exec_(b"SELECT pg_current_snapshot()")
    except here.Database.Error as problem:
        raise OperationalError(str(problem)) from problem
    if (found := result.get_value(0, 0)) is None:
        raise OperationalError(result.error_message.decode(errors="replace"))
    return bytes(found), here.alias


def _ask(at: datetime, on: Subjects) -> _Answer:
    moment = connection.ops.adapt_datetimefield_value(at)
    given = [one.value if isinstance(one, NamedInAddress) else one for one in on or ()]
    shape = None if on is None else tuple(_shape(one) for one in on)
    with connection.cursor() as cursor:
        cursor.execute(_question(shape), [moment, moment, *given, *given, *given])
        marks, ended, until, number, ended_before = cursor.fetchone()
    return _Answer(f"{number + marks}-{ended_before + ended}", at, _moment(until, at))


def _moment(value: Any, at: datetime) -> Any:
    """As the database gives it: SQLite has words for it."""
    return datetime.fromisoformat(value).replace(tzinfo=at.tzinfo) if isinstance(value, str) else value


def _ask_each(at: datetime, table: type[models.Model] | None, snapshot: bytes) -> _Words:
    moment = connection.ops.adapt_datetimefield_value(at)
    marks, counters = PublicationMark._meta.db_table, PublicationCounter._meta.db_table
    named = ", ".join(map(_quoted, _no_records()))
    among = f"WHERE subject IN ({named})" if table is None else f"WHERE subject LIKE '{subject_of(table, '%%')}'"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT subject, SUM(number), SUM(ended), MIN(until) FROM ("  # noqa: S608 - names of our own tables
            "SELECT subject, COUNT(*) FILTER (WHERE seen_from IS NULL) AS number, "
            "COUNT(*) FILTER (WHERE seen_from <= %s) AS ended, "
            f"MIN(seen_from) FILTER (WHERE seen_from > %s) AS until FROM {marks} {among} GROUP BY subject "
            f"UNION ALL SELECT subject, number, ended, NULL FROM {counters} {among}) AS counted GROUP BY subject",
            [moment, moment],
        )
        rows = cursor.fetchall()
    ends = [_moment(until, at) for _, _, _, until in rows if until is not None]
    each = {subject: f"{number}-{ended}" for subject, number, ended, _ in rows}
    return _Words(each, snapshot, at, min(ends, default=None))


@cache
def _no_records() -> tuple[str, ...]:
    """The subjects that are no record: everything, and the parts of the site."""
    return (EVERYTHING, *sorted({table.SHOWN_ON for table in tracked_models()} - {""}))


Shape = tuple[type[models.Model], str] | None


def _shape(one: str | NamedInAddress) -> Shape:
    return (one.model, one.column) if isinstance(one, NamedInAddress) else None


@cache
def _question(shape: tuple[Shape, ...] | None) -> str:
    """Plain SQL, because every public request asks it: building the query would cost as much again."""
    marks, counters = PublicationMark._meta.db_table, PublicationCounter._meta.db_table
    if shape is None:
        among, counted = "", f"WHERE subject = '{TOTAL}'"
    else:
        among = counted = f"WHERE subject IN ({', '.join((_quoted(EVERYTHING), *map(_one, shape)))})"
    return (
        "SELECT COUNT(*) FILTER (WHERE seen_from IS NULL), COUNT(*) FILTER (WHERE seen_from <= %s), "  # noqa: S608
        "MIN(seen_from) FILTER (WHERE seen_from > %s), "
        f"(SELECT COALESCE(SUM(number), 0) FROM {counters} {counted}), "
        f"(SELECT COALESCE(SUM(ended), 0) FROM {counters} {counted}) FROM {marks} {among}"
    )


def _quoted(word: str) -> str:
    return f"'{word}'"


def _one(shape: Shape) -> str:
    if shape is None:
        return "%s"
    model, column = shape
    return f"{_quoted(subject_of(model, ''))} || (SELECT id FROM {model._meta.db_table} WHERE {column} = %s)"  # noqa: S608


public_word = PublicWord()
