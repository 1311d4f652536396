"""Answering a question to the search, whatever the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from operator import itemgetter

from django.db import connection
from django.db.models import Case, F, QuerySet, TextField, Value, When
from django.utils.safestring import SafeString

from editorial.models import SearchEntry
from editorial.queries.by_index import reading_by_index
from editorial.rules.search_marks import Piece, marked, snippet
from editorial.rules.search_words import SearchWords, search_words

from .answer import Facet, Hit, SearchPage, SearchRequest
from .backend import SearchBackend
from .fit import Found, fits, is_meant
from .postgresql import PostgreSQLSearch
from .spellings import spellings
from .sqlite import SQLiteSearch

MOST_HITS = 1_000
"""So many matches are ranked and counted: by kind in its order, newest first. Wider questions cannot be ranked well."""
MOST_RANKED = 250
"""So many of those that fit equally well are ranked by their texts, of each kind the newest; the others stand behind them
in the order of kinds. The text of a thousand takes longer to compare than all the rest."""
FACETS = 12


def find(request: SearchRequest) -> SearchPage:
    """Answer a question. Input without any word finds nothing; no input raises."""
    words = search_words(request.typed, spellings())
    if not words:
        return SearchPage(words)
    for matched in ("all", "beginning", "some"):
        if matched == "some" and len(words.groups) < 2:
            continue
        with reading_by_index():
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
    states = {pk: row.states.split() for pk, row in found.items()}
    fits_state = {pk for pk in found if not request.state or request.state in states[pk]}
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
    fit = fits(words, matched)
    how = {pk: fit(entry) for pk, entry in found.items()}
    shown_fits = set(sorted(how.values())[shown])
    alike = [pk for pk, own in how.items() if own in shown_fits]
    if not alike:
        return []
    ranked = dict.fromkeys(backend().ranked(words, matched, _of_each_kind(alike, found)[:MOST_RANKED]))
    ranked |= dict.fromkeys(alike)
    better = sum(own < min(shown_fits) for own in how.values())
    return sorted(ranked, key=how.__getitem__)[shown.start - better : shown.stop - better]


def _of_each_kind(ids: Iterable[int], found: dict[int, Found]) -> list[int]:
    """The first of each kind, then the second of each, and so on."""
    places: Counter[str] = Counter()
    placed = []
    for pk in ids:
        placed.append((places[found[pk].kind], pk))
        places[found[pk].kind] += 1
    return [pk for _, pk in sorted(placed, key=itemgetter(0))]


def _matches(request: SearchRequest, words: SearchWords, matched: str) -> list[Found]:
    """What fit asks of each entry. The long words of a body stay in the database where nothing asks for them."""
    body_words = Case(When(also_words="", then=Value("")), default=F("body_words"), output_field=TextField())
    visible = SearchEntry.objects.visible(request.at).filter(backend().condition(words, matched))
    columns = ("pk", "kind", "priority", "title_words", "context_words", "also_words", "states")
    rows = visible.order_by("priority", "-day", "-pk").values_list(*columns, body_words)
    return list(map(Found._make, rows[: MOST_HITS + 1]))


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
    return SafeString(
        "".join([f"<mark>{escape(one)}</mark>" if is_match else escape(one) for one, is_match in pieces])
    )


def _counted(values: Iterable[str]) -> tuple[Facet, ...]:
    counts = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return tuple(Facet(value, number) for value, number in counts)
