"""Pasted lists of delegations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.delegation_list import read_delegations
from meetings.rules.names_in_text import name_key

KNOWN = {name_key(name): name for name in ("Peru", "Chile", "Bosnia and Herzegovina", "Mexico", "Guinea-Bissau")}


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("Peru\nChile\n", [("Peru", ""), ("Chile", "")]),
        ("1. Peru – Amb. A. Garcia\n2. Chile: Ms B", [("Peru", "Amb. A. Garcia"), ("Chile", "Ms B")]),
        ("Peru\tAmb. A. Garcia, Under-Secretary", [("Peru", "Amb. A. Garcia, Under-Secretary")]),
        (
            "Chile, Bosnia and Herzegovina and Mexico",
            [("Chile", ""), ("Bosnia and Herzegovina", ""), ("Mexico", "")],
        ),
        ("Guinea-Bissau\nPERU", [("Guinea-Bissau", ""), ("Peru", "")]),
        ("Peru\nPeru – Amb. A", [("Peru", "Amb. A")]),
    ],
)
def test_states_and_heads_are_read(pasted: str, found: list[tuple[str, str]]) -> None:
    delegations = read_delegations(pasted, KNOWN)
    assert list(delegations.found) == found
    assert delegations.unknown == ()


def test_a_line_without_a_state_is_given_back() -> None:
    delegations = read_delegations("States Parties\nPeru\nNarnia – Mr Tumnus", KNOWN)
    assert [state for state, _ in delegations.found] == ["Peru"]
    assert delegations.unknown[0] == "States Parties"


@given(st.text(max_size=300))
def test_any_paste_is_read(pasted: str) -> None:
    read_delegations(pasted, KNOWN)
