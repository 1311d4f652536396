"""Steps at home in the API."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_perus_announcement_in_new_york_with_its_source(client):
    steps = client.get("/api/v1/domestic-steps/?country=PER&treaty=ccm").json()["results"]
    assert next(step["kind"] for step in steps) == "announced"
    assert steps[0]["date"] == {"value": "2009-03-18", "precision": "day"}
    assert steps[0]["sources"][0]["key"] == "LandmineMonitor-Peru-2009"
    assert len(steps) == 5
