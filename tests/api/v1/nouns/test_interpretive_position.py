"""Views on disputed questions in the API, each with its source and the theme of its question."""

from __future__ import annotations

import pytest

from editorial.models import recording
from meetings.models import InterpretivePosition
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


def test_a_view_with_its_theme_and_source(peru, client) -> None:
    note = f"In a letter. [@{make_source('letter').key}, p. 2]"
    with recording(by=None, reason="Made for a test"):
        for issue in ("transit", "general"):
            InterpretivePosition.objects.create(
                country=peru, issue=issue, answer="not_given", made_on="2015", note=note
            )
    first, second = client.get("/api/v1/interpretive-positions/?country=PER").json()["results"]
    assert (first["issue"], first["theme"], first["answer"]) == ("transit", "transfer", "not_given")
    assert second["theme"] is None
    assert first["sources"][0]["locator"] == "p. 2"
    assert first["page"].endswith(f"/countries/peru/#view-{first['id']}")
    assert client.get("/api/v1/interpretive-positions/?issue=retention").json()["results"] == []
    assert client.get("/api/v1/interpretive-positions/?theme=transfer").status_code == 400
