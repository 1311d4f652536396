"""The words by which citations are read stand in a file, each once, and lists that the code asks for are there."""

import csv
import re

import pytest

from editorial.importing.citation_words import WORDS, either, words_of


def test_every_word_stands_once_in_a_list_of_its_own() -> None:
    with WORDS.open(encoding="utf-8", newline="") as handle:
        rows = [(row["list"], row["word"]) for row in csv.DictReader(handle)]
    assert len(rows) == len(set(rows))
    assert all(word == word.strip() and word for _, word in rows)


def test_towns_of_the_meetings_are_known() -> None:
    assert {"Oslo", "Lima", "San José", "Vientiane"} <= words_of("town")


def test_a_pattern_takes_the_longest_word() -> None:
    assert re.findall(either("speech"), "Joint Statement of Peru") == ["Joint Statement"]
    assert re.fullmatch(either("part of a title"), "Vol.")
    assert not re.fullmatch(either("part of a title"), "Volx")


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        words_of("colour")
