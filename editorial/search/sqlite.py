"""Full-text search in SQLite: FTS5 over the words as editorial.rules.word_forms gives them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.db import connection

from editorial.rules.search_words import Phrase, SearchWords

from .backend import STANDING, SearchBackend

WEIGHTS = "10.0, 4.0, 2.0, 1.0"  # title, context, also, body


class SQLiteSearch(SearchBackend):
    MATCHES = "id IN (SELECT rowid FROM editorial_searchterms WHERE editorial_searchterms MATCH %s)"
    ALL_OF, ANY_OF, BEGINS, AMONG = " AND ", " OR ", "*", "IN (SELECT value FROM json_each(%s))"

    def adjacent(self, phrase: Phrase) -> str:
        return f'"{" ".join(phrase)}"'

    def many(self, ids: Sequence[int]) -> str:
        return json.dumps(list(ids))

    def ranked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> list[int]:
        sql = (
            "SELECT editorial_searchterms.rowid FROM editorial_searchterms "  # noqa: S608
            "JOIN editorial_searchentry ON editorial_searchentry.id = editorial_searchterms.rowid "
            "WHERE editorial_searchterms MATCH %s AND editorial_searchterms.rowid BETWEEN %s AND %s "
            f"ORDER BY bm25(editorial_searchterms, {WEIGHTS}) * {STANDING}, editorial_searchterms.rowid DESC"
        )
        wanted = set(ids)
        with connection.cursor() as cursor:
            cursor.execute(sql, [self.query(words, matched), min(ids), max(ids)])
            return [row[0] for row in cursor.fetchall() if row[0] in wanted]
