"""Which parts of two sequences are the same: whole, in order, and never in a time that explodes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.texts.alignment import AlignedStretch, Effort, align

WORDS = ["Peru", "signed", "the", "convention", "in", "Oslo"]


def shown(old: Sequence[str], new: Sequence[str], effort: Effort | None = None) -> list[tuple[str, str, str]]:
    return [
        (s.op, " ".join(old[s.old_start : s.old_end]), " ".join(new[s.new_start : s.new_end]))
        for s in align(old, new, effort or Effort())
    ]


def test_one_word_in_place_of_another() -> None:
    assert shown(WORDS, ["Peru", "ratified", "the", "convention", "in", "Oslo"]) == [
        ("equal", "Peru", "Peru"),
        ("changed", "signed", "ratified"),
        ("equal", "the convention in Oslo", "the convention in Oslo"),
    ]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (WORDS, [("equal", "Peru signed the convention in Oslo", "Peru signed the convention in Oslo")]),
        ([], [("changed", "Peru signed the convention in Oslo", "")]),
        (["Chile"], [("changed", "Peru signed the convention in Oslo", "Chile")]),
    ],
)
def test_the_ends(new: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert shown(WORDS, new) == expected


def test_two_empty_sequences_have_no_stretch() -> None:
    assert list(align([], [], Effort())) == []


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_the_stretches_cover_both_in_order_and_alternate(old: list[str], new: list[str]) -> None:
    stretches = list(align(old, new, Effort()))
    at_old = at_new = 0
    for stretch in stretches:
        assert (stretch.old_start, stretch.new_start) == (at_old, at_new)
        at_old, at_new = stretch.old_end, stretch.new_end
        if stretch.op == "equal":
            assert old[stretch.old_start : at_old] == new[stretch.new_start : at_new]
    assert (at_old, at_new) == (len(old), len(new))
    assert all(one.op != other.op for one, other in itertools.pairwise(stretches))


def test_what_costs_too_much_is_cut_at_words_that_occur_once() -> None:
    """ "the" repeats on both sides; Lima and Oslo are the fixed points between."""
    old = ["the", "the", "Lima", "the", "the", "Oslo", "the", "x"]
    new = ["the", "y", "Lima", "the", "Oslo", "the", "the", "z"]
    poor = Effort(left=10, per_stretch=3)
    kept = [word for op, word, _ in shown(old, new, poor) if op == "equal"]
    assert "Lima" in " ".join(kept)
    assert "Oslo" in " ".join(kept)
    assert poor.left >= 0


def test_without_any_effort_left_the_middle_counts_as_different() -> None:
    old, new = ["a", "b", "b", "c"], ["a", "b", "x", "b", "b", "y", "c"]
    assert shown([*old[:3], "q"], [*new[:2], "r"], Effort(left=0)) == [
        ("equal", "a b", "a b"),
        ("changed", "b q", "r"),
    ]


def test_effort_is_spent_and_refuses_what_is_too_dear() -> None:
    effort = Effort(left=100, per_stretch=60)
    assert effort.allows(60)
    assert not effort.allows(61)  # one stretch
    assert not effort.allows(41)  # all of them
    assert effort.allows(40)
    assert effort.left == 0


def test_a_stretch_is_what_it_says() -> None:
    assert list(align("ab", "ac", Effort())) == [
        AlignedStretch("equal", 0, 1, 0, 1),
        AlignedStretch("changed", 1, 2, 1, 2),
    ]
