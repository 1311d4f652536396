"""Addresses of headings: from the title alone, unique in a text, the same on every machine."""

from __future__ import annotations

import pytest

from editorial.texts.anchors import Anchors, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Stockpiling and destruction", "stockpiling-and-destruction"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Côte d'Ivoire", "cote-divoire"),
        ("Use, production, transfer", "use-production-transfer"),
        ("Article 2(2)(c)", "article-2-2-c"),
        ("snake_case", "snake-case"),
        ("— — —", ""),
        ("a" * 200, "a" * 80),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_cut_slug_ends_with_a_letter() -> None:
    assert slug("a" * 79 + " b") == "a" * 79


def test_a_title_that_comes_again_is_counted() -> None:
    anchors = Anchors()
    assert [anchors.of("Policy") for _ in range(3)] == ["policy", "policy-2", "policy-3"]


def test_a_title_that_looks_like_a_counted_one_is_not_handed_out_twice() -> None:
    anchors = Anchors()
    assert [anchors.of(title) for title in ("Policy", "Policy 2", "Policy")] == ["policy", "policy-2", "policy-3"]


def test_reserved_names_are_counted_from_two() -> None:
    assert Anchors(reserved=("opening",)).of("Opening") == "opening-2"


def test_a_title_without_letters_is_a_section() -> None:
    anchors = Anchors()
    assert [anchors.of("…"), anchors.of("!")] == ["section", "section-2"]
