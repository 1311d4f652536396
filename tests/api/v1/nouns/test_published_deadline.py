"""Printed deadlines as partners get them."""

from __future__ import annotations

import pytest

from editorial.models import recording
from impact.models import PublishedDeadline
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


def test_by_kind_at_the_precision_of_the_source(ask) -> None:
    with recording(by=None, reason="Made for a test"):
        PublishedDeadline.objects.create(country=make_country(), deadline="2025-07")
        PublishedDeadline.objects.create(country=make_country(), kind="asked", as_of="2022-04")
    (asked,) = ask("published-deadlines/?kind=asked")["results"]
    assert (asked["deadline"], asked["as_of"]["value"]) == (None, "2022-04")
    (stands,) = ask("published-deadlines/?kind=stands")["results"]
    assert stands["deadline"] == {"value": "2025-07", "precision": "month"}
