"""Full-text search in PostgreSQL: a generated column over the words as editorial.rules.word_forms gives them, GIN."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from editorial.rules.search_words import Phrase, SearchWords

from .backend import STANDING, SearchBackend

NORMALISED = 1  # divides by the logarithm of the length: a two-line text does not beat the country itself


class PostgreSQLSearch(SearchBackend):
    """The words hold letters a to z and digits only, so that nothing typed is an operator of a tsquery."""

    def condition(self, words: SearchWords, matched: str) -> tuple[str, list[Any]]:
        return "words @@ %s::tsquery", [_query(words, matched)]

    def ranked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> list[int]:
        if not ids:
            return []
        sql = (
            f"SELECT id FROM editorial_searchentry WHERE id = ANY(%s) "  # noqa: S608
            f"ORDER BY ts_rank(words, %s::tsquery, {NORMALISED}) * {STANDING} DESC, day DESC NULLS LAST, id DESC"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [list(ids), _query(words, matched)])
            return [row[0] for row in cursor.fetchall()]


def _query(words: SearchWords, matched: str) -> str:
    groups = [[_adjacent(phrase) for phrase in group] for group in words.groups]
    if matched == "beginning":
        groups[-1].append(f"{_adjacent(words.beginning)}:*")
    joined = [f"({' | '.join(group)})" for group in groups]
    return (" | " if matched == "some" else " & ").join(joined)


def _adjacent(phrase: Phrase) -> str:
    return " <-> ".join(f"'{word}'" for word in phrase)
