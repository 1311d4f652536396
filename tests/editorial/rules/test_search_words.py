"""What was typed, as words and phrases; any input is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.search_words import BREAK, MOST_WORDS, indexable, readable, search_words


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("Peru retention", (("Peru",), ("retention",))),
        ("CB-470", (("CB", "470"),)),
        ("CCM/CW/SR/2", (("CCM", "CW", "SR", "2"),)),
        ('"joint statement" Chile', (("joint", "statement"), ("Chile",))),
        ("“joint statement”", (("joint", "statement"),)),
        ("what did Peru say on retention", (("Peru",), ("retention",))),
        ('"what did"', (("what", "did"),)),
        ("a:b", (("a", "b"),)),
        ("peru peru", (("peru",),)),
        ('"never closed', (("never",), ("closed",))),
        ("Pe\u0301ru", (("Péru",),)),
        ("re\x00tention", (("re",), ("tention",))),
    ],
)
def test_words_and_phrases(typed: str, phrases: tuple) -> None:
    assert search_words(typed).phrases == phrases


@pytest.mark.parametrize("typed", ["", " ", "*", "🕊️", "the of", '""', "---", "\x00", "\ud800"])
def test_input_without_a_word_asks_nothing(typed: str) -> None:
    assert not search_words(typed)


def test_a_pasted_page_is_cut() -> None:
    words = search_words("retention " * 3 + " ".join(f"word{n}" for n in range(5000)))
    assert sum(len(phrase) for phrase in words.phrases) <= MOST_WORDS


@given(st.text(max_size=3000))
def test_any_input_is_read(typed: str) -> None:
    words = search_words(typed)
    assert all(phrase and all(word.isalnum() for word in phrase) for phrase in words.phrases)
    assert search_words(str(words)).phrases == search_words(str(search_words(str(words)))).phrases


def test_a_symbol_is_broken_into_words_and_read_as_it_was() -> None:
    kept = indexable("See CCM/CW/SR/2, CB-470 and Peru’s 2,021 bombs.")
    assert kept.count(BREAK) == 6
    assert readable(kept) == "See CCM/CW/SR/2, CB-470 and Peru’s 2,021 bombs."


def test_characters_that_mark_matches_never_come_from_a_text() -> None:
    assert indexable("a\ue000b\ue001c\x00d") == "a b c d"
