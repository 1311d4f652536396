"""What a worker keeps from one page to the next: values, each under the word of what it rests on (public_word).

    kept = keeping()
    coverage = kept.value("coverage", read)                          # rests on what may stand on any page
    newest = kept.value("newest", read, on=("profiles",))            # and on that part of the site
    stocks = kept.of_each("stocks", Country, every_pk, read_of)      # each state's value on that state
    story = kept.about(Country, pk, "story", read)                   # of one state alone, beside hundreds of others

After a change in one state the values of the others stand: ``of_each`` has those made anew whose word moved, all at
once, and no others. A page calls ``keeping`` first and reads afterwards: each word is asked for once, before what it is
the word of, so that nothing that is kept is older than its word, nor is what is made of kept values. What rests on a record
is read by the function that makes it. Many threads read a value for a long time: nobody changes anything of it. What it
depends on beside the record, such as a day, is part of its name.

Beyond the one page nothing is kept where words do not say what would be read: inside a transaction, which sees its own
changes, and where it is asked what was known at another moment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Hashable, Mapping, MutableMapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar, cast

from cachetools import LRUCache
from django.db import connection, models
from django.utils import timezone

from editorial.history.as_known import known_at_asked
from editorial.models import EVERYTHING, public_word, subject_of

V = TypeVar("V")
Table = type[models.Model]
Words = Mapping[str, str]

MOST = 200
"""Names of which a worker keeps values; what has not been asked for the longest goes first. Days that readers choose make
names, each with a value a state: some hundred kilobytes."""
MOST_ABOUT = 150
"""Values about single records that a worker keeps: readers of one come to its other pages, crawlers go through all."""


class _One(NamedTuple):
    word: tuple[str, ...]
    value: Any


class _Each(NamedTuple):
    """The values of many records, and the words under which they stand."""

    everything: str
    words: Words
    wanted: Collection[int]
    values: Mapping[int, Any]


class Room:
    """Where values are kept. Threads share it: two that make the same at the same time both do, and the last is kept."""

    def __init__(self) -> None:
        self._kept: MutableMapping[Hashable, Any] = LRUCache(MOST)
        self._about: MutableMapping[Hashable, Any] = LRUCache(MOST_ABOUT)
        self._lock = threading.Lock()

    def get(self, name: Hashable, *, about: bool = False) -> Any:
        with self._lock:
            return (self._about if about else self._kept).get(name)

    def put(self, name: Hashable, value: tuple[Any, ...], *, about: bool = False) -> None:
        with self._lock:
            (self._about if about else self._kept)[name] = value

    def __len__(self) -> int:
        """How many values, or values of many records, are in it."""
        return len(self._kept) + len(self._about)

    def clear(self) -> None:
        """For a database that is put back to an earlier state: it could give a word a second time."""
        with self._lock:
            self._kept.clear()
            self._about.clear()


room = Room()


class Keeping:
    """What one page takes from a room, and puts there. Without the room of the worker it asks for no words."""

    def __init__(self, at: datetime, shared: Room | None) -> None:
        self.at = at
        self._room = Room() if shared is None else shared
        self._is_shared = shared is not None
        self._asked: dict[Table | None, Words] = {}
        self._everything = self._words(None).get(EVERYTHING, "")  # before the page reads anything

    def value(self, name: Hashable, make: Callable[[], V], *, on: Sequence[str] = ()) -> V:
        """One value; it rests on these parts of the site, beside what may stand anywhere."""
        words = self._words(None)
        word = (self._everything, *[words.get(part, "") for part in on])
        kept: _One | None = self._room.get(name)
        if kept is None or kept.word != word:
            kept = _One(word, make())
            self._room.put(name, kept)
        return cast(V, kept.value)

    def about(
        self, table: Table, pk: int, name: Hashable, make: Callable[[], V], *, is_of_record: bool = True
    ) -> V:
        """One value about one record; it rests on the record, or on nothing but what may stand anywhere."""
        words: Words = self._words(table) if is_of_record else {}
        word, named = (self._everything, words.get(subject_of(table, pk), "")), (table, pk, name)
        kept: _One | None = self._room.get(named, about=True)
        if kept is None or kept.word != word:
            kept = _One(word, make())
            self._room.put(named, kept, about=True)
        return cast(V, kept.value)

    def of_each(
        self, name: Hashable, table: Table, wanted: Collection[int], make: Callable[[list[int]], Mapping[int, V]]
    ) -> Mapping[int, V]:
        """A value of each of some records, by primary key, in the order in which they are wanted.

        Each rests on its record, beside what may stand anywhere. ``make`` answers for all that it is asked for.
        """
        words = self._words(table)
        kept: _Each | None = self._room.get(name)
        if kept is not None and kept.everything != self._everything:
            kept = None
        if kept is not None and kept.words is words and kept.wanted is wanted:
            return kept.values
        held: dict[int, V] = {} if kept is None else _still_true(kept, words, table)
        made = make(missing) if (missing := [pk for pk in wanted if pk not in held]) else {}
        values = {pk: held[pk] if pk in held else made[pk] for pk in wanted}
        self._room.put(name, _Each(self._everything, words, wanted, values))
        return values

    def _words(self, table: Table | None) -> Words:
        """As they were when the page asked first, so that all that it keeps stands under the same."""
        if table not in self._asked:
            self._asked[table] = public_word.each(self.at, table) if self._is_shared else {}
        return self._asked[table]


def _still_true(kept: _Each, words: Words, table: Table) -> dict[int, Any]:
    start = len(subject_of(table, ""))
    moved = {int(subject[start:]) for subject, _ in kept.words.items() ^ words.items()}
    return {pk: one for pk, one in kept.values.items() if pk not in moved}


def keeping(at: datetime | None = None) -> Keeping:
    """What a page that is made at a moment (now) takes from what this worker keeps."""
    return Keeping(at or timezone.now(), room if _words_tell() else None)


def _words_tell() -> bool:
    """Whether what is read now is what the words of subjects say."""
    return not connection.in_atomic_block and known_at_asked() is None
