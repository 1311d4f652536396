"""The interface to full-text search, whatever the database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from editorial.rules.search_marks import Piece, marked, snippet
from editorial.rules.search_words import SearchWords, search_words

from .spellings import spellings

STANDING = "CASE priority WHEN 0 THEN 8.0 WHEN 1 THEN 4.0 WHEN 2 THEN 3.0 WHEN 3 THEN 2.0 ELSE 0.4 END"
"""How much more a state, its profile, a statement or a meeting weighs than a source in which the words stand."""
MOST_HITS = 1_000
"""So many matches are ranked and counted: by kind in its order, newest first. Wider questions cannot be ranked well."""
FACETS = 12
LAST = 9
"""The priority of sources: one of them stands below a page that says the same."""


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


def backend() -> SearchBackend:
    """The one for the database in use."""
    if connection.vendor == "postgresql":
        from .postgresql import PostgreSQLSearch

        return PostgreSQLSearch()
    from .sqlite import SQLiteSearch

    return SQLiteSearch()


def find(request: SearchRequest) -> SearchPage:
    """Answer a question. Input without any word finds nothing; no input raises."""
    words = search_words(request.typed, spellings())
    if not words:
        return SearchPage(words)
    for matched in ("all", "beginning", "some"):
        if matched == "some" and len(words.groups) < 2:
            continue
        page = _page(request, words, matched)
        if page.total or page.kinds or page.states:
            return page
    return SearchPage(words)


def matching(kind: str, typed: str) -> RawSQL | None:
    """The ``object_id`` of every entry of a kind that has all the words, for ``filter(pk__in=…)``.

    None where nothing was asked. It does not ask what is visible: the list's own query does.
    """
    words = search_words(typed, spellings()) if typed.strip() else SearchWords()
    if not words:
        return None
    sql, params = backend().condition(words, "all")
    entries = f"SELECT object_id FROM editorial_searchentry WHERE kind = %s AND {sql}"  # noqa: S608
    return RawSQL(entries, [kind, *params])  # noqa: S611 - what was typed is a parameter


def _page(request: SearchRequest, words: SearchWords, matched: str) -> SearchPage:
    sql, params = backend().condition(words, matched)
    rows = [
        Found(*row)
        for row in _rows(
            f"""
            SELECT id, kind, priority, title_words, context_words, also_words,
                CASE also_words WHEN '' THEN '' ELSE body_words END
            FROM editorial_searchentry
            WHERE {sql} AND visible_from <= %s AND (visible_until IS NULL OR visible_until > %s)
            ORDER BY priority, day DESC, id DESC LIMIT {MOST_HITS + 1}
            """,  # noqa: S608 - the backend's own SQL with parameters
            [*params, _moment(request.at), _moment(request.at)],
        )
    ]
    more, rows = len(rows) > MOST_HITS, rows[:MOST_HITS]
    if not rows:
        return SearchPage(words, matched)
    found = {row.pk: row for row in rows if is_meant(words, row)}
    if not found:
        return SearchPage(words, matched)
    states = _states(list(found))
    fits_state = {pk for pk in found if not request.state or request.state in states.get(pk, ())}
    fits = [pk for pk in found if pk in fits_state and (not request.kind or found[pk].kind == request.kind)]
    ordered = sorted(backend().ranked(words, matched, fits), key=lambda pk: fit(words, matched, found[pk]))
    return SearchPage(
        words=words,
        matched=matched,
        total=len(fits),
        more_than_counted=more,
        hits=_hits(words, matched, ordered[request.offset : request.offset + request.limit]),
        kinds=_counted(found[pk].kind for pk in fits_state),
        states=_counted(
            state
            for pk, about in states.items()
            if not request.kind or found[pk].kind == request.kind
            for state in about
        )[:FACETS],
    )


@dataclass(frozen=True)
class Found:
    """What decides where an entry stands in the answer. ``body_words`` are given where there are ``also_words``."""

    pk: int
    kind: str
    priority: int
    title_words: str
    context_words: str
    also_words: str
    body_words: str


def is_meant(words: SearchWords, entry: Found) -> bool:
    """Whether more than its unseen words answers the question: "deadline Chad" means the page of Chad, "deadline" alone
    does not mean the page of every state."""
    if not entry.also_words:
        return True
    also = set(entry.also_words.split())
    text = f" {entry.context_words} {entry.body_words} "
    title = f" {entry.title_words} "
    phrases = [phrase for group in words.groups for phrase in group]
    return any(
        f" {' '.join(phrase)}" in text or (f" {' '.join(phrase)}" in title and not also.issuperset(phrase))
        for phrase in (*phrases, words.beginning)
    )


TITLE, CONTEXT, BODY = 3.0, 2.0, 1.0
WHOLE_TITLE = 1.0
"""The page of the thing itself: its title has no word that was not asked for."""


def fit(words: SearchWords, matched: str, entry: Found) -> tuple[float, int]:
    """How well an entry's own name answers the question, best lowest.

    Each part of the question counts where it stands best: in the title, in the line below it, in the text. Of titles
    that have every part, a state's comes before a statement's; then the shorter one. Entries that have a part in the
    text only, and fit equally, stand as the database ranks them.
    """
    title, context = f" {entry.title_words} ", f" {entry.context_words} {entry.also_words} "
    points, in_text = 0.0, False
    for at, group in enumerate(words.groups):
        asked = [f" {' '.join(phrase)} " for phrase in group]
        if matched == "beginning" and at == len(words.groups) - 1:
            asked.append(f" {' '.join(words.beginning)}")
        if any(phrase in title for phrase in asked):
            points += TITLE
        elif any(phrase in context for phrase in asked):
            points += CONTEXT
        elif matched != "some":
            points, in_text = points + BODY, True
    if points == TITLE * len(words.groups):
        points -= entry.priority / 20 * len(words.groups)
    known = {word for group in words.groups for phrase in group for word in phrase}
    is_whole = known.issuperset(entry.title_words.split())
    points = points / len(words.groups) + WHOLE_TITLE * is_whole - (entry.priority >= LAST)
    return -points, len(title) if not in_text else 0


def _hits(words: SearchWords, matched: str, ids: Sequence[int]) -> tuple[Hit, ...]:
    if not ids:
        return ()
    rows = {
        row[0]: row[1:]
        for row in _rows(
            f"""
            SELECT id, kind, object_id, url, title, context, body, language, day FROM editorial_searchentry
            WHERE id IN ({_places(ids)})
            """,  # noqa: S608
            list(ids),
        )
    }
    hits = []
    for pk in ids:
        kind, object_id, url, title, context, body, language, day = rows[pk]
        hits.append(
            Hit(
                kind=kind,
                object_id=object_id,
                url=url,
                title=html(marked(title, words, matched)),
                context=context,
                snippet=html(snippet(body, words, matched)),
                language=language,
                day=date.fromisoformat(day) if isinstance(day, str) else day,
            )
        )
    return tuple(hits)


def html(pieces: Iterable[Piece]) -> SafeString:
    """Escaped, with the matches in <mark>."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if is_match else text,) for text, is_match in pieces)
    )


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
