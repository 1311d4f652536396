"""Some of the changes of a suggestion are taken over: these alone, with the notes they need, onto the text as it is."""

from __future__ import annotations

from hypothesis import given

from editorial.texts import check
from editorial.texts.dialect import normalised
from editorial.texts.taking import suggested_changes, with_changes
from tests.editorial.texts.samples import any_text

BASE = "Peru signed.[^1]\n\n## Stocks\n\nIt has bombs.\n\nNobody counted them.\n\n[^1]: Seen.\n"
SUGGESTED = (
    "Peru signed in Oslo.[^1]\n\n## Stocks\n\nIt has bombs.[^press]\n\nNobody counted them.\n\n"
    "[^1]: Seen.\n[^press]: A newspaper said so.\n"
)


def test_each_change_by_itself_with_the_note_it_needs() -> None:
    first, second = suggested_changes(BASE, SUGGESTED, BASE)
    assert (first.number, first.old, first.new) == (1, "Peru signed.[^1]", "Peru signed in Oslo.[^1]")
    assert second.old == "It has bombs."
    assert second.new == "It has bombs.[^press]\n\n[^press]: A newspaper said so."
    assert not first.is_conflict
    assert with_changes(BASE, SUGGESTED, BASE, {1}) == BASE.replace("signed.", "signed in Oslo.")
    taken = with_changes(BASE, SUGGESTED, BASE, {2})
    assert "Peru signed.[^1]" in taken
    assert not check(taken, set())


def test_all_of_them_is_the_suggestion_and_none_is_the_text() -> None:
    assert with_changes(BASE, SUGGESTED, BASE, {1, 2}) == SUGGESTED
    assert with_changes(BASE, SUGGESTED, BASE, set()) == BASE


def test_what_was_taken_is_suggested_no_more() -> None:
    taken = with_changes(BASE, SUGGESTED, BASE, {1})
    (left,) = suggested_changes(BASE, SUGGESTED, taken)
    assert left.old == "It has bombs."
    assert suggested_changes(BASE, SUGGESTED, with_changes(BASE, SUGGESTED, taken, {1})) == ()


def test_a_text_that_moved_on_keeps_what_was_written_meanwhile() -> None:
    current = BASE.replace("Nobody counted them.", "Nobody has counted them since.")
    assert len(suggested_changes(BASE, SUGGESTED, current)) == 2
    taken = with_changes(BASE, SUGGESTED, current, {1})
    assert "Nobody has counted them since." in taken
    assert "Peru signed in Oslo." in taken


def test_words_that_both_changed_are_a_conflict_and_taken_only_by_name() -> None:
    current = BASE.replace("Peru signed.", "Peru signed in Dublin.")
    first, second = suggested_changes(BASE, SUGGESTED, current)
    assert (first.is_conflict, first.old) == (True, "Peru signed in Dublin.[^1]")
    assert not second.is_conflict
    assert "Peru signed in Dublin." in with_changes(BASE, SUGGESTED, current, {2})


def test_a_paragraph_that_goes_takes_its_note_along() -> None:
    suggested = "## Stocks\n\nIt has bombs.\n\nNobody counted them.\n"
    (only,) = suggested_changes(BASE, suggested, BASE)
    assert only.new == ""
    assert "[^1]" not in with_changes(BASE, suggested, BASE, {1})


@given(any_text, any_text)
def test_of_any_two_texts_nothing_taken_leaves_the_text(base: str, suggested: str) -> None:
    numbers = {one.number for one in suggested_changes(base, suggested, base)}
    assert with_changes(base, suggested, base, set()).split() == normalised(base).split()
    with_changes(base, suggested, base, numbers)
