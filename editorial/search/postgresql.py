"""Full-text search in PostgreSQL: a generated column over the words as editorial.rules.word_forms gives them, GIN."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from editorial.rules.search_words import Phrase, SearchWords

from .backend import STANDING, SearchBackend

NORMALISED = 1  # divides by the logarithm of the length: a two-line text does not beat the country itself


class PostgreSQLSearch(SearchBackend):
    MATCHES = "words @@ %s::tsquery"
    ALL_OF, ANY_OF, BEGINS, AMONG = " & ", " | ", ":*", "= ANY(%s)"

    def adjacent(self, phrase: Phrase) -> str:
        return " <-> ".join(f"'{word}'" for word in phrase)

    def many(self, ids: Sequence[int]) -> list[int]:
        return list(ids)

    def ranked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> list[int]:
        sql = (
            f"SELECT id FROM editorial_searchentry WHERE id {self.AMONG} "  # noqa: S608
            f"ORDER BY ts_rank(words, %s::tsquery, {NORMALISED}) * {STANDING} DESC, day DESC NULLS LAST, id DESC"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [self.many(ids), self.query(words, matched)])
            return [row[0] for row in cursor.fetchall()]
