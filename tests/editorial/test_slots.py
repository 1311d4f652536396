"""A slot is filled once, from one list, in its order; unfilled it answers nothing."""

from __future__ import annotations

import pytest

from editorial.slots import NamedPart, NotWired, Slot


def test_the_parts_come_in_the_order_of_the_list() -> None:
    words: Slot[str] = Slot("words")
    words.fill(word for word in ("second", "first"))
    assert [list(words), list(words)] == [["second", "first"], ["second", "first"]]


def test_nobody_adds_to_a_list_behind_its_back() -> None:
    words: Slot[str] = Slot("words")
    words.fill([])
    with pytest.raises(NotWired, match="words are listed already"):
        words.fill(["one more"])
    assert list(words) == []


def test_a_slot_that_nobody_filled_does_not_pass_for_an_empty_list() -> None:
    with pytest.raises(NotWired, match="Nobody has listed the rules"):
        iter(Slot("rules"))


def test_a_part_made_of_a_function_has_its_name_and_answers_as_it_does() -> None:
    @NamedPart.named("double")
    def doubled(number: int) -> int:
        """Twice as much."""
        return 2 * number

    assert (doubled.name, doubled(4), doubled.run.__doc__) == ("double", 8, "Twice as much.")
