"""The question as PostgreSQL gets it: every word quoted in a tsquery, neighbours next to each other."""

from __future__ import annotations

import pytest

from editorial.rules.search_words import SearchWords, search_words
from editorial.search.postgresql import PostgreSQLSearch


def query(words: SearchWords, matched: str = "all") -> str:
    return PostgreSQLSearch().query(words, matched)


TWO = SearchWords((((("peru",)),), (("cb", "470"), ("cb470",))), beginning=("cb", "47"))


def test_all_words_each_in_one_of_its_spellings() -> None:
    assert query(TWO) == "('peru') & ('cb' <-> '470' | 'cb470')"


def test_some_of_them() -> None:
    assert query(TWO, "some") == "('peru') | ('cb' <-> '470' | 'cb470')"


def test_the_last_word_may_be_a_beginning() -> None:
    assert query(TWO, "beginning") == "('peru') & ('cb' <-> '470' | 'cb470' | 'cb' <-> '47':*)"


@pytest.mark.parametrize("typed", ["peru' | 'chile", "peru & !chile", "peru <-> chile", "peru:*", "(peru"])
def test_operators_that_somebody_types_are_words(typed: str) -> None:
    found = query(search_words(typed))
    assert found.count("'") % 2 == 0
    for word in found.split("'")[1::2]:
        assert word.isalnum()
        assert word.isascii()


def test_both_searches_read_one_question_alike() -> None:
    from editorial.search.sqlite import SQLiteSearch

    assert SQLiteSearch().query(TWO, "all").count("AND") == query(TWO).count("&")
