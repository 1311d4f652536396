"""A source cell that names several documents is taken apart, so that each fact cites its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.source_cell import BadCell, CellPart, parts_about, parts_of


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("UN document CCM/MSP/2025/3", [CellPart("", "UN document CCM/MSP/2025/3")]),
        (
            "Monitor profile (2021): https://a.example/p.aspx; completion day: http://b.example/3251",
            [
                CellPart("", "Monitor profile (2021): https://a.example/p.aspx"),
                CellPart("completion day", "http://b.example/3251"),
            ],
        ),
        (
            "Monitor: https://a.example/p (2.8 million, rounded; the 2015 profile gives 5,113)",
            [CellPart("", "Monitor: https://a.example/p", "2.8 million, rounded; the 2015 profile gives 5,113")],
        ),
        (
            "retained (end 2014): Monitor profile (2022): https://a.example/d",
            [CellPart("retained (end 2014)", "Monitor profile (2022): https://a.example/d")],
        ),
        (
            "first deadline 1 May 2021: https://a.example/",
            [CellPart("first deadline 1 May 2021", "https://a.example/")],
        ),
        ("CMC, 25 Nov 2009: https://a.example/", [CellPart("", "CMC, 25 Nov 2009: https://a.example/")]),
        ("https://a.example/ (a remark) ", [CellPart("", "https://a.example/", "a remark")]),
        ("one (never closed; two", [CellPart("", "one (never closed; two")]),
        ("", []),
    ],
)
def test_documents_labels_and_remarks(cell, parts):
    assert parts_of(cell) == parts


def test_a_fact_cites_what_was_cited_for_it_or_for_nothing_else():
    declared, done, none_kept = CellPart("", "A"), CellPart("completion day", "B"), CellPart("none retained", "C")
    parts = [declared, done, none_kept]
    assert parts_about(parts, ("completion",), ("retained",)) == [done]
    assert parts_about(parts, ("declared",), ("completion", "retained")) == [declared]
    assert parts_about([done], ("declared",), ("completion",)) == [done]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("@LandmineMonitor-Peru-2009", [("", "LandmineMonitor-Peru-2009", "", "")]),
        ("@LandmineMonitor-Peru-2009, note 13", [("", "LandmineMonitor-Peru-2009", "note 13", "")]),
        (
            "@LandmineMonitor-Peru-2009, notes 2, 12 and 13; @CCM-CW-SR-2, p. 5",
            [("", "LandmineMonitor-Peru-2009", "notes 2, 12 and 13", ""), ("", "CCM-CW-SR-2", "p. 5", "")],
        ),
        (
            "@Monitor-Norway-2022 (3 million, rounded; it says June 2010); completion day: @Monitor-Norway-2012",
            [
                ("", "Monitor-Norway-2022", "", "3 million, rounded; it says June 2010"),
                ("completion day", "Monitor-Norway-2012", "", ""),
            ],
        ),
        (
            "analysis: @ISU-13MSP, CCM/MSP/2025/3 (decision not seen)",
            [("analysis", "ISU-13MSP", "CCM/MSP/2025/3", "decision not seen")],
        ),
        ("retained (end 2014): @Monitor-Denmark-2022", [("retained (end 2014)", "Monitor-Denmark-2022", "", "")]),
    ],
)
def test_documents_named_by_their_keys(cell, parts):
    assert [(part.label, part.key, part.locator, part.remark) for part in parts_of(cell)] == parts


@pytest.mark.parametrize(
    "cell", ["@", "@Monitor-Peru-2021 and @Monitor-Peru-2022", "@Monitor Peru", "page: @key,"]
)
def test_a_key_that_cannot_be_read_is_refused_not_taken_for_words(cell):
    with pytest.raises(BadCell, match="Write it as @key, note 13"):
        parts_of(cell)


@given(st.text())
def test_any_cell_is_taken_apart_or_refused(cell):
    try:
        parts = parts_of(cell)
    except BadCell:
        return
    for part in parts:
        assert part.words
