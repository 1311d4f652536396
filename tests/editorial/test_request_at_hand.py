"""A request has one number: a proxy's where it looks like one, else one of our own."""

from __future__ import annotations

import pytest

from editorial.request_at_hand import RequestNote, note_at_hand, number_of, request_number


@pytest.mark.parametrize("asked", ["3f2a9c1d", "a-request_of-42", "x" * 64])
def test_what_looks_like_a_number_is_taken(asked: str) -> None:
    assert number_of(asked) == asked


@pytest.mark.parametrize("asked", ["", "short", "x" * 65, "with space", "line\nbreak1", "<script>x", "ünïcode1"])
def test_anything_else_is_replaced(asked: str) -> None:
    made = number_of(asked)
    assert made != asked
    assert number_of(made) == made
    assert number_of("") != number_of("")


def test_it_is_at_hand_while_the_request_is_answered_and_no_longer() -> None:
    token = note_at_hand.set(RequestNote("3f2a9c1d"))
    assert request_number() == "3f2a9c1d"
    note_at_hand.reset(token)
    assert request_number() == ""


def test_nobody_is_asked_for_who_was_not_asked_for_before() -> None:
    class Request:
        pass

    note = RequestNote("3f2a9c1d", request=Request())
    note.note_person()
    assert note.user_id is None
