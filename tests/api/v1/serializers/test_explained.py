"""Computed values with their proof."""

from __future__ import annotations

from datetime import date

import pytest

from api.v1.serializers.explained import ExplainedDateSerializer, explained, plain, proof_body
from editorial.rules.explained import Explained

IN_FORCE = Explained(
    date(2013, 3, 1), "CCM, Article 17(2)", (("deposit", date(2012, 9, 26)),), "September is month 9."
)


def test_a_day_with_its_article_inputs_and_arithmetic() -> None:
    assert explained(IN_FORCE) == {
        "value": "2013-03-01",
        "article": "CCM, Article 17(2)",
        "inputs": [{"name": "deposit", "value": "2012-09-26"}],
        "arithmetic": "September is month 9.",
    }
    assert ExplainedDateSerializer(IN_FORCE).data == explained(IN_FORCE)


def test_no_day_at_all_is_null_and_a_day_that_is_not_known_keeps_its_proof() -> None:
    assert explained(None) is None
    unknown: Explained[date | None] = Explained(None, "CCM, Article 3(2)", (), "No stock is on record.")
    assert explained(unknown) == {"value": None, **proof_body(unknown)}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, None),
        (True, True),
        (0, 0),
        (date(2010, 8, 1), "2010-08-01"),
        ((date(2010, 8, 1), 2), ["2010-08-01", 2]),
        (("a", ("b",)), ["a", ["b"]]),
        (2 + 3j, "(2+3j)"),
    ],
)
def test_every_input_is_json(value: object, found: object) -> None:
    assert plain(value) == found
