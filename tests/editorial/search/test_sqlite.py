"""The question as FTS5 gets it: every word quoted, so that nothing typed is an operator."""

from __future__ import annotations

import pytest

from editorial.rules.search_words import SearchWords, search_words
from editorial.search.sqlite import SQLiteSearch


def query(words: SearchWords, matched: str = "all") -> str:
    return SQLiteSearch().query(words, matched)


TWO = SearchWords((((("peru",)),), (("cb", "470"), ("cb470",))), beginning=("cb", "47"))


def test_all_words_each_in_one_of_its_spellings() -> None:
    assert query(TWO) == '("peru") AND ("cb 470" OR "cb470")'


def test_some_of_them() -> None:
    assert query(TWO, "some") == '("peru") OR ("cb 470" OR "cb470")'


def test_the_last_word_may_be_a_beginning() -> None:
    assert query(TWO, "beginning") == '("peru") AND ("cb 470" OR "cb470" OR "cb 47"*)'


@pytest.mark.parametrize(
    "typed", ['peru" OR "chile', "peru) OR (chile", "NEAR(peru chile)", "peru* -chile", "title:peru"]
)
def test_operators_that_somebody_types_are_words(typed: str) -> None:
    found = query(search_words(typed))
    outside = "".join(found.split('"')[::2])
    assert set(outside.replace("AND", "").replace("OR", "")) <= set("() ")
    assert found.count('"') % 2 == 0


def test_the_condition_is_on_the_rows_of_the_index() -> None:
    condition = SQLiteSearch().condition(TWO, "all")
    assert condition.sql.count("%s") == len(condition.params) == 1
    assert "peru" not in condition.sql
