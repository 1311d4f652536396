"""Answers to "have they used, made, traded, kept" as partners get them."""

from __future__ import annotations

import pytest

from editorial.models import recording
from stockpiles.models import ActivityClaim
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "found"),
    [("activity=use", ["no"]), ("answer=not_believed", ["not_believed"]), ("activity=use&answer=yes", [])],
)
def test_an_answer_is_asked_for_by_question_and_by_answer(ask, query: str, found: list[str]) -> None:
    with recording(by=None, reason="Made for a test"):
        ActivityClaim.objects.create(country=make_country(), activity="production", answer="not_believed")
        ActivityClaim.objects.create(country=make_country(), activity="use", answer="no")
    assert [row["answer"] for row in ask(f"activity-claims/?{query}")["results"]] == found
