"""Whole addresses bear one name, and no port that somebody made up."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def sitemap_named(client: Client, **asked: Any) -> str:
    """The address of the site map as robots.txt gives it, or the status of a refusal."""
    answer = client.get("/robots.txt", **asked)
    return answer.content.decode().split()[-1] if answer.status_code == 200 else str(answer.status_code)


@pytest.mark.parametrize("host", ["testserver", "testserver:80", "testserver:443"])
def test_without_a_configured_name_it_is_the_one_that_was_asked_by(client: Client, host: str) -> None:
    assert sitemap_named(client, headers={"host": host}) == f"http://{host}/sitemap.xml"


def test_the_port_that_was_knocked_at_is_one(client: Client) -> None:
    asked = {"headers": {"host": "127.0.0.1:8000"}, "SERVER_PORT": "8000"}
    assert sitemap_named(client, **asked) == "http://127.0.0.1:8000/sitemap.xml"


@pytest.mark.parametrize(
    "host", ["testserver:99999", "testserver:8080", "testserver:0", "testserver:x", "a b", ""]
)
def test_any_other_port_is_refused(client: Client, host: str) -> None:
    assert sitemap_named(client, headers={"host": host}) == "400"
    assert client.get("/api/v1/countries/", headers={"host": host}).status_code == 400


def test_with_a_configured_name_every_address_bears_it(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["monitor.example.org", "old.example.org"]
    settings.MONITOR_PUBLIC_HOST = "monitor.example.org"
    for host in ("monitor.example.org", "old.example.org", "old.example.org:99999"):
        assert sitemap_named(client, headers={"host": host}) == "http://monitor.example.org/sitemap.xml"
    assert sitemap_named(client, headers={"host": "evil.example.org"}) == "400"
    described = client.get("/api/v1/countries/", headers={"host": "old.example.org"}).content.decode()
    assert "old.example.org" not in described


def test_a_developer_may_come_by_any_port(client: Client, settings: Any) -> None:
    settings.DEBUG = True
    assert sitemap_named(client, headers={"host": "testserver:9000"}) == "http://testserver:9000/sitemap.xml"
