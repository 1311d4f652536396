"""Matches in a title and in a snippet."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules import search_marks
from editorial.rules.search_marks import marked, snippet
from editorial.rules.search_words import search_words
from editorial.rules.word_forms import Word, words_in


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


@pytest.mark.parametrize("before", [0, 30, 300, 3_000])
@pytest.mark.parametrize("typed", ["prosthetics", "prosthetics committees"])
def test_of_a_long_text_the_page_on_which_it_stands_first_is_shown(before: int, typed: str) -> None:
    filler, after = " ".join(["word"] * before), " ".join(["word"] * 3_000)
    pieces = snippet(f"{filler} a prosthetic committee, {after}", search_words(typed), "all")
    assert [piece for piece, is_match in pieces if is_match] == ["prosthetic", "committee"][: len(typed.split())]
    assert (pieces[0][0] == "… ") == bool(before)
    assert pieces[-1] == (" …", False)


def test_what_only_begins_like_a_word_of_the_question_hides_no_match() -> None:
    filler = " ".join(["word"] * 1_000)
    pieces = snippet(f"Prosthodontics. {filler} The prosthetic limb. {filler}", search_words("prosthetics"), "all")
    assert [piece for piece, is_match in pieces if is_match] == ["prosthetic"]


@given(st.text(max_size=400), st.text(max_size=30))
def test_no_letter_is_lost_or_doubled(text: str, typed: str) -> None:
    words = search_words(typed or "a")
    for matched in ("all", "beginning", "some") if words else ():
        assert "".join(piece for piece, _ in marked(text, words, matched)) == text
        shown = "".join(piece for piece, _ in snippet(text, words, matched)).removeprefix("… ").removesuffix(" …")
        assert shown in text


@pytest.mark.parametrize("after", [0, 1, 20, 40, 100, 2_000])
def test_of_a_long_text_the_lines_are_shown_where_the_words_stand_together(after: int, monkeypatch) -> None:
    def read(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
        assert (end or len(text)) - start < 800, "the rest is not read word by word"
        return words_in(text, start, end)

    monkeypatch.setattr(search_marks, "words_in", read)
    filler, rest = " ".join(["word"] * 2_000), " ".join(["word"] * after)
    pieces = snippet(f"Peru. {filler} Peru on retention. {rest}", search_words("peru retention"), "all")
    assert [piece for piece, is_match in pieces if is_match] == ["Peru", "retention"]
    assert "".join(piece for piece, _ in pieces).endswith(" …") == (after > 30)
