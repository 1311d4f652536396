"""The dates that a text names."""

import pytest

from editorial.importing.named_days import days_named


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on 5 November 2008 it spoke", [("5 November 2008", False)]),
        ("on September 26, 2012, and March 1 2013", [("26 September 2012", False), ("1 March 2013", False)]),
        ("as of 31 July 2013", [("31 July 2013", True)]),
        ("as at May 2007", [("May 2007", True)]),
        ("on 31 June 2007", []),  # no calendar has it
        ("in May 20071", []),
        ("in 2007", []),
    ],
)
def test_days_and_months(words: str, expected: list[tuple[str, bool]]) -> None:
    found = list(days_named([(7, words)]))
    assert [(str(day.date), day.as_of) for day in found] == expected
    assert {day.line for day in found} <= {7}
