"""The API's own description says what it answers of what was withdrawn."""

from __future__ import annotations

from django.test import Client
from drf_spectacular.generators import SchemaGenerator


def test_what_publishes_releases_describes_their_tombstones_and_nothing_else_does() -> None:
    paths = SchemaGenerator(patterns=None).get_schema(request=None, public=True)["paths"]
    gone = {path for path, operations in paths.items() if "410" in operations["get"]["responses"]}
    endings = ("", "releases/", "releases/{number}/", "compare/")
    assert gone == {f"/api/v1/{noun}/{{id}}/{rest}" for noun in ("profiles", "statements") for rest in endings}
    described = paths["/api/v1/profiles/{id}/"]["get"]["responses"]["410"]
    assert described["content"]["application/json"]["schema"]["$ref"].endswith("/Gone")


def test_the_documentation_is_a_page_to_look_at(client: Client) -> None:
    assert client.get("/api/").status_code == 200
    assert [client.generic(method, "/api/").status_code for method in ("OPTIONS", "POST", "PUT")] == [405] * 3
