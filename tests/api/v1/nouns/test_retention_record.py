"""Retention as partners get it."""

from __future__ import annotations

import pytest

from editorial.models import recording
from stockpiles.models import RetentionRecord
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


def test_what_is_retained_has_its_purpose_and_its_day(ask) -> None:
    with recording(by=None, reason="Made for a test"):
        RetentionRecord.objects.create(
            country=make_country(), munitions=0, submunitions=0, as_of="2015", purpose="Training"
        )
    (row,) = ask("retention-records/?country=PER")["results"]
    assert (row["munitions"], row["submunitions"], row["purpose"]) == (
        0,
        0,
        "Training",
    )  # none at all is not unknown
    assert row["as_of"] == {"value": "2015", "precision": "year"}
