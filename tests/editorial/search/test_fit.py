"""How well an entry's own name answers a question."""

from __future__ import annotations

from typing import Any

from editorial.rules.search_words import search_words, spellings_of
from editorial.rules.word_forms import index_text
from editorial.search.fit import LAST, Found, fits, is_meant

NO_OTHER_NAMES = spellings_of([])


def entry(title: str, **given: Any) -> Found:
    words = {f"{name}_words": index_text(given.get(name, "")) for name in ("context", "also", "body")}
    own = {"pk": 1, "kind": "country", "priority": 1, "states": ""}
    own |= {name: given[name] for name in own if name in given}
    return Found(title_words=index_text(title), **own, **words)


def ordered(asked: str, *entries: Found) -> list[int]:
    words = search_words(asked, NO_OTHER_NAMES)
    return [one.pk for one in sorted(entries, key=fits(words, "all"))]


def test_a_title_before_the_line_below_before_the_text() -> None:
    assert ordered(
        "cluster",
        entry("Peru", pk=3, body="cluster bombs"),
        entry("Peru", pk=2, context="cluster munitions"),
        entry("Cluster munitions of Peru", pk=1),
    ) == [1, 2, 3]


def test_the_page_of_the_thing_itself_comes_first() -> None:
    assert ordered("Peru", entry("Statement of Peru", pk=2), entry("Peru", pk=1)) == [1, 2]


def test_a_source_stands_below_a_page_that_says_the_same() -> None:
    assert ordered("Peru", entry("Peru", pk=2, priority=LAST), entry("Peru", pk=1)) == [1, 2]


def test_unseen_words_alone_do_not_mean_an_entry() -> None:
    chad = entry("Deadlines of Chad", also="deadline", context="Article 4")
    assert is_meant(search_words("deadline chad", NO_OTHER_NAMES), chad)
    assert not is_meant(search_words("deadline", NO_OTHER_NAMES), entry("Chad", also="deadline"))
    assert is_meant(search_words("deadline", NO_OTHER_NAMES), entry("Chad"))  # it has no unseen words
