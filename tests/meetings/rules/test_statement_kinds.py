"""What a paper calls itself in the words above its text."""

import pytest

from meetings.rules.statement_kinds import kind_named


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Nonpaper on boats", "non-paper"),
        ("Non-paper submitted by Spain, a statement of sorts", "non-paper"),  # the most telling wins
        ("Working paper on boats", "working-paper"),
        ("Statement by Costa Rica on behalf of Austria", "joint-statement"),
        ("Joint Declaration", "joint-declaration"),
        ("Opening remarks by the host", "opening"),
        ("Closing statement", "closing"),
        ("Explanation of vote", "explanation"),
        ("STATEMENT OF PERU", "national"),
        ("Presentation of the keeper", "presentation"),
        ("On boats", ""),
        ("", ""),
    ],
)
def test_what_it_calls_itself(words: str, kind: str) -> None:
    assert kind_named(words) == kind
