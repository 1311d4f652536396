"""Full-text search in SQLite: FTS5 with English stems, accents removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from editorial.rules.search_words import START, STOP, SearchWords

from .backend import STANDING, SearchBackend

WEIGHTS = "10.0, 4.0, 1.0"  # title, context, body


class SQLiteSearch(SearchBackend):
    """Every word is quoted, so that nothing typed is an operator of FTS5."""

    def condition(self, words: SearchWords, matched: str) -> tuple[str, list[Any]]:
        return (
            "id IN (SELECT rowid FROM editorial_searchwords WHERE editorial_searchwords MATCH %s)",
            [_query(words, matched)],
        )

    def ranked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> list[int]:
        if not ids:
            return []
        sql = (
            "SELECT editorial_searchwords.rowid FROM editorial_searchwords "  # noqa: S608
            "JOIN editorial_searchentry ON editorial_searchentry.id = editorial_searchwords.rowid "
            "WHERE editorial_searchwords MATCH %s AND editorial_searchwords.rowid BETWEEN %s AND %s "
            f"ORDER BY bm25(editorial_searchwords, {WEIGHTS}) * {STANDING}, editorial_searchwords.rowid DESC"
        )
        wanted = set(ids)
        with connection.cursor() as cursor:
            cursor.execute(sql, [_query(words, matched), min(ids), max(ids)])
            return [row[0] for row in cursor.fetchall() if row[0] in wanted]

    def marked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
        found = {}
        sql = (
            "SELECT highlight(editorial_searchwords, 0, %s, %s), "
            "snippet(editorial_searchwords, 2, %s, %s, ' … ', 32) "
            "FROM editorial_searchwords WHERE editorial_searchwords MATCH %s AND rowid = %s"
        )
        with connection.cursor() as cursor:
            for pk in ids:
                cursor.execute(sql, [START, STOP, START, STOP, _query(words, matched), pk])
                found[pk] = cursor.fetchone()
        return found


def _query(words: SearchWords, matched: str) -> str:
    quoted = ['"' + " ".join(phrase) + '"' for phrase in words.phrases]
    if matched == "beginning":
        quoted[-1] += "*"
    return (" OR " if matched == "some" else " AND ").join(quoted)
