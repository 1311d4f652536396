"""Spelling and typing pass; what a reader could be told otherwise by does not, and says why."""

from __future__ import annotations

import pytest

from editorial.rules.small_change import MOST_PLACES, WordChange, small_changes

TEXT = "Peru has not ratifed teh Convention.[^1] It holds 36 bombs, the minister siad [@press, p. 5].\n\n[^1]: A note.\n"


def test_each_place_is_told_word_by_word() -> None:
    new = TEXT.replace("ratifed", "ratified").replace("teh", "the").replace("siad", "said")
    assert small_changes(TEXT, new) == (
        WordChange("ratifed", "ratified"),
        WordChange("teh", "the"),
        WordChange("siad", "said"),
    )
    assert small_changes(TEXT, TEXT) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bombs , it said", "bombs, it said"),
        ("a well known case", "a well-known case"),
        ("the states parties", "the States Parties"),
        ('the "fund"', "the “fund”"),
        ("it was said.It", "it was said. It"),
    ],
)
def test_signs_spaces_and_capitals_may_differ(old: str, new: str) -> None:
    assert small_changes(old, new)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("It holds 36 bombs.", "It holds 38 bombs.", "A figure"),
        ("It did.[^1]", "It did.[^2]", "a note mark"),
        ("It did [@press, p. 5].", "It did [@press, p. 6].", "a citation"),
        ("It did [@press].", "It did [@prass].", "a citation"),
        ("See [it](/a/).", "See [it](/b/).", "an address"),
        ("It has not joined.", "It has now joined.", "turns on this word"),
        ("It has joined.", "It had joined.", "turns on this word"),
        ("Nine or ten bombs", "Nine or tan bombs", "turns on this word"),
        ("In Mali it spoke.", "In Bali it spoke.", "may be a name"),
        ("It is a lawful act.", "It is a unlawful act.", "the opposite"),
        ("It bought bombs.", "It brought shells.", "More than 2 letters"),
        ("It spoke.", "It spoke often.", "added or taken away"),
        ("It did not speak.", "It did speak.", "added or taken away"),
        ("It spoke.", "It spoke.\n\nIt left.", "Lines were added"),
        ("It spoke (once).", "It spoke once.", "more than punctuation"),
        ("It costs $ much", "It costs € much", "more than punctuation"),
    ],
)
def test_what_could_tell_readers_something_else_is_refused_with_why(old: str, new: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        small_changes(old, new)


def test_many_small_ones_are_none() -> None:
    few, many = ("teh case " * number for number in (MOST_PLACES, MOST_PLACES + 1))
    assert len(small_changes(few, few.replace("teh", "the"))) == MOST_PLACES
    with pytest.raises(ValueError, match="places differ"):
        small_changes(many, many.replace("teh", "the"))
