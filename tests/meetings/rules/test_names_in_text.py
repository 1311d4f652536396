"""Finding state names where commas and "and" stand inside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.names_in_text import alike, name_key, names_in, read_list

KNOWN = {
    name_key(name): code
    for name, code in {
        "Austria": "AUT",
        "Bosnia and Herzegovina": "BIH",
        "Chad": "TCD",
        "Chile": "CHL",
        "Côte d’Ivoire": "CIV",
        "Guinea": "GIN",
        "Guinea-Bissau": "GNB",
        "Holy See": "VAT",
        "Niger": "NER",
        "Nigeria": "NGA",
        "Saint Vincent and the Grenadines": "VCT",
        "Tanzania, United Republic of": "TZA",
        "Trinidad and Tobago": "TTO",
        "Venezuela": "VEN",
    }.items()
}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Austria, Bosnia and Herzegovina, Chile and the Holy See", ["AUT", "BIH", "CHL", "VAT"]),
        ("Saint Vincent and the Grenadines and Trinidad and Tobago", ["VCT", "TTO"]),
        ("Cote d'Ivoire; COTE D’IVOIRE", ["CIV"]),
        ("1. Austria\n2. Chile\n3. the Holy See\n", ["AUT", "CHL", "VAT"]),
        ("- Guinea\n- Guinea-Bissau", ["GIN", "GNB"]),
        ("Tanzania, United Republic of, and Venezuela.", ["TZA", "VEN"]),
        ("Austria y Chile", ["AUT", "CHL"]),
        ("", []),
    ],
)
def test_a_pasted_list_comes_to_its_states(text: str, codes: list[str]) -> None:
    names = read_list(text, KNOWN)
    assert list(names.found) == codes
    assert names.unknown == ()


def test_what_is_no_state_is_given_back_whole() -> None:
    names = read_list("Chile, Narnia, and the Holy See", KNOWN)
    assert names.found == ("CHL", "VAT")
    assert names.unknown == ("Narnia",)


def test_a_name_met_twice_counts_once_and_is_named() -> None:
    names = read_list("Chile, Austria, Chile", KNOWN)
    assert names.found == ("CHL", "AUT")
    assert names.repeated == ("CHL",)


def test_running_text_gives_the_longest_name_once_in_order() -> None:
    text = "Guinea-Bissau spoke before Chile; Chile’s delegate then thanked Nigeria. A hanging chad is no state."
    assert [code for _, code in names_in(text, KNOWN)] == ["GNB", "CHL", "NGA"]


@given(st.text(max_size=300))
def test_any_input_is_read_without_failing(text: str) -> None:
    names = read_list(text, KNOWN)
    assert set(names.found) <= set(KNOWN.values())
    names_in(text, KNOWN)


def test_a_misspelt_name_is_told_whom_it_may_mean() -> None:
    known = {name_key(name): name for name in ("Austria", "Australia", "Chile", "Croatia")}
    assert alike("Chille", known) == ("Chile",)
    assert set(alike("Austrai", known)) == {"Austria", "Australia"}
    assert alike("Narnia", known) == ()
