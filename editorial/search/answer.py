"""A question to the search, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.safestring import SafeString

from editorial.rules.search_words import SearchWords


@dataclass(frozen=True)
class SearchRequest:
    """A question at a moment: what was typed, narrowed to a kind of record and to a state."""

    typed: str
    at: datetime
    kind: str = ""
    state: str = ""
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True)
class Hit:
    """One record found. ``title`` and ``snippet`` are safe HTML in which matches stand in <mark>."""

    kind: str
    object_id: int
    url: str
    title: SafeString
    context: str
    snippet: SafeString
    language: str
    day: date | None


@dataclass(frozen=True)
class Facet:
    """How many of the records found are of a kind, or about a state."""

    value: str
    count: int


@dataclass(frozen=True)
class SearchPage:
    """The answer: one page of hits, best first, with counts over all of them.

    ``matched`` says how the words were used: "all" of them, the last as a "beginning", or "some" where no record
    has all. ``more_than_counted`` is set where matches beyond MOST_HITS were left out of counts and ranking.
    """

    words: SearchWords
    matched: str = "all"
    total: int = 0
    more_than_counted: bool = False
    hits: tuple[Hit, ...] = ()
    kinds: tuple[Facet, ...] = ()
    states: tuple[Facet, ...] = ()
