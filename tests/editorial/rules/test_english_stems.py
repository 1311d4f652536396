"""Stems of English words."""

import pytest

from editorial.rules.english_stems import stem


@pytest.mark.parametrize(
    "family",
    [
        "stockpile stockpiles stockpiled stockpiling",
        "destroy destroyed destroying destroys",
        "munition munitions",
        "retain retained retaining",
        "ratify ratified ratifies",
        "clear cleared clearing",
        "policy policies",
        "transfer transferred transferring transfers",
        "produce produced producing producer",
    ],
)
def test_forms_of_a_word_have_one_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("caresses", "caress"),
        ("ponies", "poni"),
        ("agreed", "agre"),
        ("feed", "feed"),
        ("hopping", "hop"),
        ("filing", "file"),
        ("sky", "sky"),
        ("relational", "relat"),
        ("conditional", "condit"),
        ("vietnamization", "vietnam"),
        ("replacement", "replac"),
        ("adoption", "adopt"),
        ("controlling", "control"),
        ("probate", "probat"),
        ("rate", "rate"),
    ],
)
def test_the_words_of_porters_paper(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize("word", ["", "a", "bl", "755", "côte", "m26s"])
def test_what_is_no_english_word_stays(word: str) -> None:
    assert stem(word) == word
