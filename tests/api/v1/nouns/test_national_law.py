"""National laws in the API, each claim with its source."""

from __future__ import annotations

import pytest

from countries.models import NationalLaw
from editorial.models import recording
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


def test_a_law_with_its_dates_and_source(peru, client) -> None:
    with recording(by=None, reason="Made for a test"):
        NationalLaw.objects.create(
            country=peru,
            kind="act",
            title="Act No. 5",
            known_as="Act 5",
            status="adopted",
            adopted_on="2012-12",
            penalty="up to ten years",
            note=f"[@{make_source('report').key}, p. 5]",
        )
    (found,) = client.get("/api/v1/national-laws/?country=PER&kind=act").json()["results"]
    assert (found["name"], found["title"], found["status"], found["penalty"]) == (
        "Act 5",
        "Act No. 5",
        "adopted",
        "up to ten years",
    )
    assert found["adopted_on"] == {"value": "2012-12", "precision": "month"}
    assert found["in_force_on"] is None
    assert found["sources"][0]["locator"] == "p. 5"
    assert client.get("/api/v1/national-laws/?status=in_force").json()["results"] == []
    assert client.get("/api/v1/national-laws/?state=PER").status_code == 400
