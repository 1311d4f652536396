"""One question in the language of either database."""

from __future__ import annotations

import pytest

from editorial.rules.search_words import SearchWords
from editorial.search.backend import SearchBackend
from editorial.search.postgresql import PostgreSQLSearch
from editorial.search.sqlite import SQLiteSearch

COAST = SearchWords(groups=((("ivory", "coast"), ("cote",)), (("stock",),)), beginning=("stock",))


@pytest.mark.parametrize(
    ("search", "matched", "query"),
    [
        (PostgreSQLSearch(), "all", "('ivory' <-> 'coast' | 'cote') & ('stock')"),
        (PostgreSQLSearch(), "beginning", "('ivory' <-> 'coast' | 'cote') & ('stock' | 'stock':*)"),
        (PostgreSQLSearch(), "some", "('ivory' <-> 'coast' | 'cote') | ('stock')"),
        (SQLiteSearch(), "all", '("ivory coast" OR "cote") AND ("stock")'),
        (SQLiteSearch(), "beginning", '("ivory coast" OR "cote") AND ("stock" OR "stock"*)'),
        (SQLiteSearch(), "some", '("ivory coast" OR "cote") OR ("stock")'),
    ],
)
def test_names_stand_for_each_other_and_words_of_a_name_together(
    search: SearchBackend, matched: str, query: str
) -> None:
    assert search.query(COAST, matched) == query
    assert search.condition(COAST, matched).params == [query]
