"""The API's own description says what it answers of what was withdrawn."""

from __future__ import annotations

from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from api.schema import say_whose_it_is


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


def test_it_says_whose_it_is_and_on_what_terms(settings) -> None:
    settings.MONITOR_NAME, settings.MONITOR_PUBLISHER = "Ban Watch", "Watch Trust"
    info = say_whose_it_is({"info": {"version": "1"}}, None, None, True)["info"]
    assert (info["version"], info["title"], info["contact"]) == ("1", "Ban Watch API", {"name": "Watch Trust"})
    assert info["license"]["name"] == "Creative Commons Attribution 4.0"
