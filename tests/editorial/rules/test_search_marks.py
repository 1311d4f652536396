"""Matches in a title and in a snippet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.search_marks import marked, snippet
from editorial.rules.search_words import search_words


def matches(text: str, typed: str, matched: str = "all") -> list[str]:
    return [piece for piece, is_match in marked(text, search_words(typed), matched) if is_match]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Peru’s 8,445 bomblets", "8445 peru", ["Peru", "8,445"]),
        ("It destroyed its BL-755 bombs", "bl755 destroying", ["destroyed", "BL-755"]),
        ("anti-personnel mines", "antipersonnel", ["anti-personnel"]),
        ("a joint paper, a joint statement", '"joint statement"', ["joint statement"]),
        ("集束弹药公约销毁库存", "库存", ["库存"]),
        ("Stockpile destruction", "stockpile destr", ["Stockpile"]),
    ],
)
def test_every_match_is_marked(text: str, typed: str, found: list[str]) -> None:
    assert matches(text, typed) == found


def test_a_beginning_is_marked_as_the_whole_word() -> None:
    assert matches("Stockpile destruction", "stockpile destr", "beginning") == ["Stockpile", "destruction"]


def test_a_snippet_shows_the_place_where_most_words_stand() -> None:
    filler = " ".join(["word"] * 100)
    pieces = snippet(f"Peru. {filler} Peru on retention. {filler}", search_words("peru retention"), "all")
    assert [piece for piece, is_match in pieces if is_match] == ["Peru", "retention"]
    assert (pieces[0][0], pieces[-1][0]) == ("… ", " …")


@given(st.text(max_size=400), st.text(max_size=30))
def test_no_letter_is_lost_or_doubled(text: str, typed: str) -> None:
    words = search_words(typed or "a")
    for matched in ("all", "beginning", "some") if words else ():
        assert "".join(piece for piece, _ in marked(text, words, matched)) == text
        shown = "".join(piece for piece, _ in snippet(text, words, matched)).removeprefix("… ").removesuffix(" …")
        assert shown in text
