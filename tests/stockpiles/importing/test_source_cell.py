"""A source cell that names several documents is taken apart, so that each fact cites its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stockpiles.importing.source_cell import Part, parts_about, parts_of


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("UN document CCM/MSP/2025/3", [Part("", "UN document CCM/MSP/2025/3")]),
        (
            "Monitor profile (2021): https://a.example/p.aspx; completion day: http://b.example/3251",
            [
                Part("", "Monitor profile (2021): https://a.example/p.aspx"),
                Part("completion day", "http://b.example/3251"),
            ],
        ),
        (
            "Monitor: https://a.example/p (2.8 million, rounded; the 2015 profile gives 5,113)",
            [Part("", "Monitor: https://a.example/p", "2.8 million, rounded; the 2015 profile gives 5,113")],
        ),
        (
            "retained (end 2014): Monitor profile (2022): https://a.example/d",
            [Part("retained (end 2014)", "Monitor profile (2022): https://a.example/d")],
        ),
        (
            "first deadline 1 May 2021: https://a.example/",
            [Part("first deadline 1 May 2021", "https://a.example/")],
        ),
        ("CMC, 25 Nov 2009: https://a.example/", [Part("", "CMC, 25 Nov 2009: https://a.example/")]),
        ("https://a.example/ (a remark) ", [Part("", "https://a.example/", "a remark")]),
        ("one (never closed; two", [Part("", "one (never closed; two")]),
        ("", []),
    ],
)
def test_documents_labels_and_remarks(cell, parts):
    assert parts_of(cell) == parts


def test_a_fact_cites_what_was_cited_for_it_or_for_nothing_else():
    declared, done, none_kept = Part("", "A"), Part("completion day", "B"), Part("none retained", "C")
    parts = [declared, done, none_kept]
    assert parts_about(parts, ("completion",), ("retained",)) == [done]
    assert parts_about(parts, ("declared",), ("completion", "retained")) == [declared]
    assert parts_about([done], ("declared",), ("completion",)) == [done]


@given(st.text())
def test_any_cell_is_taken_apart(cell):
    for part in parts_of(cell):
        assert part.words
