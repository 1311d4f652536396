"""One way to compare names, whatever accents and capitals they are written with."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.folding import folded, unaccented


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("CÔTE d’Ivoire", "cote d’ivoire"),
        ("Cote d’Ivoire", "cote d’ivoire"),
        ("Türkiye", "turkiye"),
        ("TU\u0308RKIYE", "turkiye"),  # the accent as a sign of its own
        ("São Tomé", "sao tome"),
        ("Straße", "strasse"),
        ("ﬁnal", "final"),
        ("Ёлка", "елка"),
        ("Guinea-Bissau", "guinea-bissau"),
        ("", ""),
    ],
)
def test_accents_and_case_make_no_difference(written: str, compared: str) -> None:
    assert folded(written) == compared


def test_capitals_stay_where_only_accents_go() -> None:
    assert unaccented("San José, MÉXICO") == "San Jose, MEXICO"


@given(st.text(max_size=40))
def test_what_is_folded_stays_as_it_is_and_bears_no_accent(words: str) -> None:
    once = folded(words)
    assert not any(unicodedata.combining(letter) for letter in unaccented(words))
    assert folded(once) == once
