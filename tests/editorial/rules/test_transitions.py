"""From each state only the steps that the work allows."""

from __future__ import annotations

import pytest

from editorial.rules.transitions import RecordStanding, Refused, require, steps


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (RecordStanding("draft"), ("submit",)),
        (RecordStanding("in_review"), ("approve", "send_back")),
        (RecordStanding("in_review", reviewed=True), ("publish", "review_again", "send_back")),
        (RecordStanding("published", reviewed=True, ever_published=True), ("withdraw",)),
        (RecordStanding("draft", ever_published=True), ("submit", "withdraw")),
        (
            RecordStanding("published", reviewed=True, ever_published=True, waits=True),
            ("release_now", "reschedule", "take_back", "withdraw"),
        ),
        (RecordStanding("withdrawn", ever_published=True, withdrawn=True), ("submit",)),
    ],
)
def test_steps(standing: RecordStanding, expected: tuple[str, ...]) -> None:
    assert steps(standing) == expected


def test_a_refusal_says_where_the_record_stands() -> None:
    with pytest.raises(Refused, match=r"second person has approved.*in review"):
        require("publish", RecordStanding("in_review"))
