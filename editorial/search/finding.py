"""Answering a question to the search, whatever the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Case, F, QuerySet, TextField, Value, When
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from editorial.models import SearchEntry
from editorial.rules.search_marks import Piece, marked, snippet
from editorial.rules.search_words import SearchWords, search_words

from .answer import Facet, Hit, SearchPage, SearchRequest
from .backend import SearchBackend
from .fit import Found, fit, is_meant
from .postgresql import PostgreSQLSearch
from .spellings import spellings
from .sqlite import SQLiteSearch

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


def matching(kind: str, typed: str) -> QuerySet[SearchEntry, int] | None:
    """The ``object_id`` of every entry of a kind that has all the words, for ``filter(pk__in=…)``.

    None where nothing was asked. It does not ask what is visible: the list's own query does.
    """
    words = search_words(typed, spellings()) if typed.strip() else SearchWords()
    if not words:
        return None
    found = SearchEntry.objects.filter(backend().condition(words, "all"), kind=kind)
    return found.values_list("object_id", flat=True)


def backend() -> SearchBackend:
    """The full-text search of the database in use."""
    return PostgreSQLSearch() if connection.vendor == "postgresql" else SQLiteSearch()


def _page(request: SearchRequest, words: SearchWords, matched: str) -> SearchPage:
    rows = _matches(request, words, matched)
    more, rows = len(rows) > MOST_HITS, rows[:MOST_HITS]
    found = {row.pk: row for row in rows if is_meant(words, row)}
    if not found:
        return SearchPage(words, matched)
    states = _states(list(found))
    fits_state = {pk for pk in found if not request.state or request.state in states.get(pk, ())}
    fits = [pk for pk in found if pk in fits_state and (not request.kind or found[pk].kind == request.kind)]
    shown = slice(request.offset, request.offset + request.limit)
    return SearchPage(
        words=words,
        matched=matched,
        total=len(fits),
        more_than_counted=more,
        hits=_hits(words, matched, _best(words, matched, {pk: found[pk] for pk in fits}, shown)),
        kinds=_counted(found[pk].kind for pk in fits_state),
        states=_counted(
            state
            for pk, about in states.items()
            if not request.kind or found[pk].kind == request.kind
            for state in about
        )[:FACETS],
    )


def _best(words: SearchWords, matched: str, found: dict[int, Found], shown: slice) -> list[int]:
    """Those entries of a page, best first. The database ranks only those that fit as well as one of the page."""
    fits = {pk: fit(words, matched, entry) for pk, entry in found.items()}
    shown_fits = set(sorted(fits.values())[shown])
    alike = [pk for pk, how in fits.items() if how in shown_fits]
    ranked = sorted(backend().ranked(words, matched, alike), key=fits.__getitem__) if alike else []
    better = sum(how < min(shown_fits) for how in fits.values()) if alike else 0
    return ranked[shown.start - better : shown.stop - better]


def _matches(request: SearchRequest, words: SearchWords, matched: str) -> list[Found]:
    """What fit asks of each entry. The long words of a body stay in the database where nothing asks for them."""
    body_words = Case(When(also_words="", then=Value("")), default=F("body_words"), output_field=TextField())
    visible = SearchEntry.objects.visible(request.at).filter(backend().condition(words, matched))
    columns = ("pk", "kind", "priority", "title_words", "context_words", "also_words")
    rows = visible.order_by("priority", "-day", "-pk").values_list(*columns, body_words)
    return [Found(*row) for row in rows[: MOST_HITS + 1]]


def _hits(words: SearchWords, matched: str, ids: Sequence[int]) -> tuple[Hit, ...]:
    entries = SearchEntry.objects.defer("title_words", "context_words", "also_words", "body_words").in_bulk(ids)
    return tuple(
        Hit(
            kind=entry.kind,
            object_id=entry.object_id,
            url=entry.url,
            title=html(marked(entry.title, words, matched)),
            context=entry.context,
            snippet=html(snippet(entry.body, words, matched)),
            language=entry.language,
            day=entry.day,
        )
        for entry in map(entries.__getitem__, ids)
    )


def html(pieces: Iterable[Piece]) -> SafeString:
    """Escaped, with the matches in <mark>."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if is_match else text,) for text, is_match in pieces)
    )


def _states(ids: Sequence[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for pk, state in backend().states(ids):
        found.setdefault(pk, set()).add(state)
    return found


def _counted(values: Iterable[str]) -> tuple[Facet, ...]:
    counts = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return tuple(Facet(value, number) for value, number in counts)
