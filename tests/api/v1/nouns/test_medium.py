"""Photographs, videos and slides as partners get them."""

from __future__ import annotations

import pytest

from countries.models import Country, Medium
from editorial.models import recording
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


def test_what_a_source_shows_with_its_place_in_it(ask, client, peru: Country) -> None:
    with recording(by=None, reason="Made for a test"):
        Medium.objects.create(
            country=peru,
            kind="photographs",
            words="Bombs of the Air Force",
            number=3,
            made_on="2007-05",
            source=make_source("report"),
            source_locator="note 15",
        )
    (found,) = ask("media/?kind=photographs")["results"]
    assert (found["state"]["iso3"], found["number"]) == ("PER", 3)
    assert found["made_on"] == {"value": "2007-05", "precision": "month"}
    assert [(one["key"], one["locator"]) for one in found["sources"]] == [("report", "note 15")]
    assert found["file"] is None
    assert client.get("/api/v1/media/?kind=rumour").status_code == 400
