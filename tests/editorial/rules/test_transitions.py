"""From each state only the steps that the work allows."""

from __future__ import annotations

import pytest

from editorial.rules.transitions import Refused, Standing, require, steps


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing("draft"), ("submit",)),
        (Standing("in_review"), ("approve", "send_back")),
        (Standing("in_review", reviewed=True), ("publish", "send_back")),
        (Standing("published", reviewed=True, ever_published=True), ("withdraw",)),
        (Standing("draft", ever_published=True), ("submit", "withdraw")),
        (Standing("withdrawn", ever_published=True, withdrawn=True), ("submit",)),
    ],
)
def test_steps(standing: Standing, expected: tuple[str, ...]) -> None:
    assert steps(standing) == expected


def test_a_refusal_says_where_the_record_stands() -> None:
    with pytest.raises(Refused, match=r"second person has approved.*in review"):
        require("publish", Standing("in_review"))
