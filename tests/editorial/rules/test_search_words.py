"""What was typed, as words and phrases; any input is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.search_words import MOST_WORDS, indexable, search_words, spellings_of

SPELLINGS = spellings_of(
    [
        ("Côte d'Ivoire", "Republic of Côte d'Ivoire", "Ivory Coast"),
        ("United States of America", "United States", "US"),
        ("Republic of Korea", "South Korea"),
        ("Saint Kitts and Nevis", "St. Kitts & Nevis"),
        ("Peru", "Republic of Peru"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("Peru retention", ["peru", "retent"]),
        ("CB-470", ["cb 470"]),
        ("CB470", ["cb 470"]),
        ("CCM/CW/SR/2", ["ccm cw sr 2"]),
        ('"joint statement" Chile', ["joint statement", "chile"]),
        ("“joint statement”", ["joint statement"]),
        ("what did Peru say on retention", ["peru", "retent"]),
        ('"what did"', ["what did"]),
        ("a:b", ["a b"]),
        ("peru peru", ["peru"]),
        ('"never closed', ["never", "close"]),
        ("Pe\u0301ru", ["peru"]),
        ("re\x00tention", ["re", "tention"]),
        ("8,445 8 445 8445", ["8445", "8445 or 8 445"]),
        ("anti-personnel mines", ["anti personnel or antipersonnel", "mine"]),
        ("Peru’s stockpile", ["peru", "stockpil"]),
    ],
)
def test_words_and_phrases(typed: str, phrases: list[str]) -> None:
    groups = search_words(typed).groups
    assert [" or ".join(" ".join(phrase) for phrase in group) for group in groups] == phrases


@pytest.mark.parametrize("typed", ["", " ", "*", "🕊️", "the of", '""', "---", "\x00", "\ud800"])
def test_input_without_a_word_asks_nothing(typed: str) -> None:
    assert not search_words(typed)


def test_a_pasted_page_is_cut() -> None:
    words = search_words("retention " * 3 + " ".join(f"word{n}" for n in range(5000)))
    assert sum(len(group[0]) for group in words.groups) <= MOST_WORDS


@pytest.mark.parametrize(
    "typed", ["Ivory Coast", "Côte d’Ivoire", "cote d'ivoire", "COTE DIVOIRE", '"ivory coast"']
)
def test_a_name_stands_for_every_name_of_the_same_state(typed: str) -> None:
    groups = search_words(f"{typed} stockpile", SPELLINGS).groups
    assert len(groups) == 2
    assert set(groups[0]) == {("cote", "d", "ivoir"), ("cote", "divoir"), ("ivori", "coast")}


def test_us_in_capitals_is_a_state_and_no_pronoun_is_looked_for() -> None:
    assert search_words("US", SPELLINGS).groups == ((("unit", "state"),),)
    assert not search_words("tell us", SPELLINGS)
    assert ("us",) not in search_words("United States", SPELLINGS).groups[0]


@pytest.mark.parametrize(
    "typed", ["St Kitts and Nevis", "St. Kitts & Nevis", "saint kitts nevis", "the Saint Kitts and Nevis"]
)
def test_saint_and_and_may_be_written_short(typed: str) -> None:
    (group,) = search_words(typed, SPELLINGS).groups
    assert ("saint", "kitt", "and", "nevi") in group


def test_a_name_ends_before_the_next_word() -> None:
    assert search_words("Peru and retention", SPELLINGS).groups == ((("peru",),), (("retent",),))


def test_the_last_word_is_kept_as_it_was_typed() -> None:
    assert search_words("cluster munition").beginning == ("munition",)
    assert search_words("South Korea", SPELLINGS).beginning == ("south", "korea")


@given(st.text(max_size=3000))
def test_any_input_is_read(typed: str) -> None:
    words = search_words(typed, SPELLINGS)
    assert all(
        phrase and all(word.isascii() and word.isalnum() for word in phrase)
        for group in words.groups
        for phrase in group
    )
    assert all(word.isascii() and word.isalnum() for word in words.beginning)


def test_a_text_is_kept_without_control_characters_and_invisible_hyphens() -> None:
    assert indexable("a\x00b bomb\u00adlets") == "a b bomblets"
