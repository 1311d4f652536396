"""The API's description is made once in each form, and is what the library would serve."""

from __future__ import annotations

import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularAPIView
from rest_framework.test import APIRequestFactory

from api import description


@pytest.fixture
def made(monkeypatch) -> dict[object, object]:
    """As in a process that has described nothing yet."""
    made: dict[object, object] = {}
    monkeypatch.setattr(description, "_made", made)
    return made


@pytest.mark.parametrize("accept", ["application/vnd.oai.openapi", "application/json"])
def test_it_is_made_once_and_is_what_the_library_serves(client, made, accept, monkeypatch) -> None:
    asked = {"path": "/api/v1/schema/", "headers": {"accept": accept}}
    first = client.get(**asked)
    library = SpectacularAPIView.as_view()(APIRequestFactory().get(**asked)).render()
    assert first.content == library.content
    assert [first[name] for name in ("Content-Type", "Content-Disposition")] == [
        library[name] for name in ("Content-Type", "Content-Disposition")
    ]
    assert "Accept" in first["Vary"]
    monkeypatch.setattr(SchemaGenerator, "get_schema", None)
    again = client.get(**asked)
    assert (again.status_code, again.content) == (200, first.content)


def test_questions_that_anybody_can_make_up_are_not_kept(client, made) -> None:
    for address in ("/api/v1/schema/?version=x", "/api/v1/schema/?lang=xx"):
        assert client.get(address).status_code == 200
    indented = client.get("/api/v1/schema/", headers={"accept": "application/json; indent=4"})
    assert indented.status_code == 200
    assert made == {}
