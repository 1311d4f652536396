"""Full-text search in PostgreSQL: a generated column, English stems without accents, GIN."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from editorial.rules.search_words import START, STOP, SearchWords

from .backend import STANDING, SearchBackend

NORMALISED = 1  # divides by the logarithm of the length: a two-line text does not beat the country itself
HEADLINE = f"StartSel={START}, StopSel={STOP}, MaxWords=36, MinWords=18"
EDGE = 30
"""Characters by which a snippet is known to begin or end with its text."""
WHOLE = f"StartSel={START}, StopSel={STOP}, HighlightAll=true"


class PostgreSQLSearch(SearchBackend):
    """Its tokens and stems are PostgreSQL's own; the question is built word by word from parameters."""

    def condition(self, words: SearchWords, matched: str) -> tuple[str, list[Any]]:
        query, params = _query(words, matched)
        return f"words @@ ({query})", params

    def ranked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> list[int]:
        if not ids:
            return []
        query, params = _query(words, matched)
        sql = (
            f"SELECT id FROM editorial_searchentry WHERE id = ANY(%s) "  # noqa: S608
            f"ORDER BY ts_rank(words, ({query}), {NORMALISED}) * {STANDING} DESC, day DESC NULLS LAST, id DESC"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [list(ids), *params])
            return [row[0] for row in cursor.fetchall()]

    def marked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
        query, params = _query(words, matched)
        sql = (
            f"SELECT id, ts_headline('monitor', title, ({query}), %s), "  # noqa: S608
            f"ts_headline('monitor', body, ({query}), %s), left(body, {EDGE}), right(body, {EDGE}) "
            "FROM editorial_searchentry WHERE id = ANY(%s)"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [*params, WHOLE, *params, HEADLINE, list(ids)])
            return {row[0]: (row[1], _with_ellipses(*row[2:])) for row in cursor.fetchall()}


def _with_ellipses(snippet: str, beginning: str, end: str) -> str:
    """PostgreSQL does not say where it has cut."""
    plain = snippet.replace(START, "").replace(STOP, "").strip()
    before = "" if plain[:EDGE].startswith(beginning.strip()[: len(plain)]) else "… "
    after = "" if plain.endswith(end.strip()[-len(plain) :]) else " …"
    return f"{before}{snippet}{after}" if plain else snippet


def _query(words: SearchWords, matched: str) -> tuple[str, list[Any]]:
    """A tsquery from parameters: phrases joined by "and" (or "or" where some suffice)."""
    parts = ["phraseto_tsquery('monitor', %s)"] * len(words.phrases)
    params: list[Any] = [" ".join(phrase) for phrase in words.phrases]
    if matched == "beginning":
        *before, last = words.phrases[-1]
        parts[-1] = "to_tsquery('monitor', %s)"
        params[-1] = " <-> ".join([*(f"'{word}'" for word in before), f"'{last}':*"])
    return (" || " if matched == "some" else " && ").join(parts), params
