"""Completions as partners get them: three dates, of which the first counts."""

from __future__ import annotations

import pytest

from editorial.models import recording
from stockpiles.models import CompletionDeclaration
from tests.factories.meetings import make_country, make_meeting

pytestmark = pytest.mark.django_db


def test_three_dates_and_the_meeting_of_the_declaration(ask) -> None:
    with recording(by=None, reason="Made for a test"):
        CompletionDeclaration.objects.create(
            country=make_country(), article=3, last_item_on="2023-12-14", declared_at=make_meeting("12msp")
        )
    (row,) = ask("completions/?article=3")["results"]
    assert row["last_item_on"] == {"value": "2023-12-14", "precision": "day"}
    assert (row["announced_on"], row["declared_on"], row["declared_at"]["slug"]) == (None, None, "12msp")
    assert ask("completions/?article=4")["count"] == 0
