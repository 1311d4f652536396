"""Answering a question to the search, whatever the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from editorial.rules.search_marks import Piece, marked, snippet
from editorial.rules.search_words import SearchWords, search_words

from .answer import Facet, Hit, SearchPage, SearchRequest
from .databases import backend
from .fit import Found, fit, is_meant
from .spellings import spellings

MOST_HITS = 1_000
"""So many matches are ranked and counted: by kind in its order, newest first. Wider questions cannot be ranked well."""
FACETS = 12


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
