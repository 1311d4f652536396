"""The interface to full-text search, whatever the database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from editorial.rules.search_words import START, STOP, SearchWords, readable, search_words

STANDING = "CASE priority WHEN 0 THEN 8.0 WHEN 1 THEN 4.0 WHEN 2 THEN 3.0 WHEN 3 THEN 2.0 ELSE 0.4 END"
"""How much more a state, its profile, a statement or a meeting weighs than a source in which the words stand."""
MOST_HITS = 1_000
"""So many matches are ranked and counted: by kind in its order, newest first. Wider questions cannot be ranked well."""
FACETS = 12


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


class SearchBackend(ABC):
    """What a database has to offer. ``matched`` is "all", "beginning" or "some" (see SearchPage)."""

    @abstractmethod
    def condition(self, words: SearchWords, matched: str) -> tuple[str, list[Any]]:
        """SQL that is true of the matching rows of editorial_searchentry, and its parameters."""

    @abstractmethod
    def ranked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> list[int]:
        """Those entries, best first."""

    @abstractmethod
    def marked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Title and snippet of each entry with START and STOP round each match; not yet escaped."""


def backend() -> SearchBackend:
    """The one for the database in use."""
    if connection.vendor == "postgresql":
        from .postgresql import PostgreSQLSearch

        return PostgreSQLSearch()
    from .sqlite import SQLiteSearch

    return SQLiteSearch()


def find(request: SearchRequest) -> SearchPage:
    """Answer a question. Input without any word finds nothing; no input raises."""
    words = search_words(request.typed)
    if not words:
        return SearchPage(words)
    for matched in ("all", "beginning", "some"):
        if matched == "some" and len(words.phrases) < 2:
            continue
        page = _page(request, words, matched)
        if page.total or page.kinds or page.states:
            return page
    return SearchPage(words)


def matching(kind: str, typed: str) -> RawSQL | None:
    """The ``object_id`` of every entry of a kind that has all the words, for ``filter(pk__in=…)``.

    None where nothing was asked. It does not ask what is visible: the list's own query does.
    """
    words = search_words(typed)
    if not words:
        return None
    sql, params = backend().condition(words, "all")
    entries = f"SELECT object_id FROM editorial_searchentry WHERE kind = %s AND {sql}"  # noqa: S608
    return RawSQL(entries, [kind, *params])  # noqa: S611 - what was typed is a parameter


def _page(request: SearchRequest, words: SearchWords, matched: str) -> SearchPage:
    sql, params = backend().condition(words, matched)
    rows = _rows(
        f"""
        SELECT id, kind FROM editorial_searchentry
        WHERE {sql} AND visible_from <= %s AND (visible_until IS NULL OR visible_until > %s)
        ORDER BY priority, day DESC, id DESC LIMIT {MOST_HITS + 1}
        """,  # noqa: S608 - the backend's own SQL with parameters
        [*params, _moment(request.at), _moment(request.at)],
    )
    more, rows = len(rows) > MOST_HITS, rows[:MOST_HITS]
    if not rows:
        return SearchPage(words, matched)
    of_kind = dict(rows)
    states = _states(list(of_kind))
    fits_state = {pk for pk in of_kind if not request.state or request.state in states.get(pk, ())}
    fits = [pk for pk in of_kind if pk in fits_state and (not request.kind or of_kind[pk] == request.kind)]
    shown = backend().ranked(words, matched, fits)[request.offset : request.offset + request.limit]
    return SearchPage(
        words=words,
        matched=matched,
        total=len(fits),
        more_than_counted=more,
        hits=_hits(words, matched, shown),
        kinds=_counted(of_kind[pk] for pk in fits_state),
        states=_counted(
            state
            for pk, found in states.items()
            if not request.kind or of_kind[pk] == request.kind
            for state in found
        )[:FACETS],
    )


def _hits(words: SearchWords, matched: str, ids: Sequence[int]) -> tuple[Hit, ...]:
    if not ids:
        return ()
    rows = {
        row[0]: row[1:]
        for row in _rows(
            f"""
            SELECT id, kind, object_id, url, context, language, day FROM editorial_searchentry
            WHERE id IN ({_places(ids)})
            """,  # noqa: S608
            list(ids),
        )
    }
    marked = backend().marked(words, matched, ids)
    hits = []
    for pk in ids:
        kind, object_id, url, context, language, day = rows[pk]
        title, snippet = marked[pk]
        hits.append(
            Hit(
                kind=kind,
                object_id=object_id,
                url=url,
                title=safe(title),
                context=readable(context),
                snippet=safe(snippet),
                language=language,
                day=date.fromisoformat(day) if isinstance(day, str) else day,
            )
        )
    return tuple(hits)


def safe(marked: str) -> SafeString:
    """Escaped, with the databases' marks turned into <mark>. A mark that lost its partner is closed or dropped."""
    html, is_open = [], False
    for piece in _split(readable(marked)):
        if piece == START:
            html.append("" if is_open else "<mark>")
            is_open = True
        elif piece == STOP:
            html.append("</mark>" if is_open else "")
            is_open = False
        else:
            html.append(escape(piece))
    return mark_safe("".join(html) + ("</mark>" if is_open else ""))  # noqa: S308 - escaped piece by piece


def _split(text: str) -> list[str]:
    pieces, start = [], 0
    for position, character in enumerate(text):
        if character in (START, STOP):
            pieces += [text[start:position], character]
            start = position + 1
    return [*pieces, text[start:]]


def _states(ids: Sequence[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    rows = _rows(
        f"SELECT entry_id, state FROM editorial_searchentrystate WHERE entry_id IN ({_places(ids)})",  # noqa: S608
        list(ids),
    )
    for pk, state in rows:
        found.setdefault(pk, set()).add(state)
    return found


def _counted(values: Any) -> tuple[Facet, ...]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return tuple(Facet(value, n) for value, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _places(ids: Sequence[int]) -> str:
    return ", ".join(["%s"] * len(ids))


def _moment(at: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(at)


def _rows(sql: str, params: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
