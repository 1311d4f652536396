"""Whoever asks too often is told when to come again; whoever reads what is kept is never counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from ccm_site.rate_limits import limited_as
from editorial import rate_limits
from tests.reader import Reader

READER = "203.0.113.7"


@pytest.fixture(autouse=True)
def two_a_minute(settings: Any) -> Iterator[None]:
    settings.MONITOR_RATE_LIMITS = dict.fromkeys(["search", "files", "api", "sign_in"], 2)
    rate_limits.here.clear()
    with time_machine.travel("2026-11-30T12:00:00Z", tick=False):
        yield
    rate_limits.here.clear()


@pytest.mark.parametrize(
    ("method", "path", "found"),
    [
        ("GET", "/search/", "search"),
        ("GET", "/countries.csv", "files"),
        ("HEAD", "/matrix.xlsx", "files"),
        ("POST", "/admin/login/", "sign_in"),
        ("POST", "/admin/login/passkey/", "sign_in"),
        ("GET", "/admin/login/passkey/", "sign_in"),
        ("GET", "/admin/login/", ""),
        ("POST", "/admin/countries/country/add/", ""),
        ("GET", "/countries/peru/", ""),
        ("GET", "/statements.ndjson", "files"),
        ("GET", "/api/v1/countries/", ""),  # has a door of its own
    ],
)
def test_what_is_limited(method: str, path: str, found: str) -> None:
    assert limited_as(method, path) == found


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/search/?q=peru", "/countries.csv", "/countries.xlsx"])
def test_the_third_is_told_when_to_come_again(client: Client, address: str) -> None:
    answers = [client.get(address, REMOTE_ADDR=READER) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"] == "60"
    page = answers[2].content.decode()
    assert "Please try again in 60 seconds" in page
    assert client.get(address, REMOTE_ADDR="203.0.113.8").status_code == 200


@pytest.mark.django_db
def test_the_page_has_the_headers_of_every_page_and_is_kept_nowhere(client: Client) -> None:
    for _ in range(3):
        answer = client.get("/search/?q=peru", REMOTE_ADDR=READER)
    assert "Content-Security-Policy" in answer
    assert answer["Cache-Control"] == "no-store"


def test_a_refusal_asks_no_database(client: Client) -> None:
    """And so costs little: this test has none. Two were counted before."""
    for _ in range(2):
        rate_limits.seconds_to_wait("search", READER)
    answer = client.get("/search/?q=peru", REMOTE_ADDR=READER, HTTP_ACCEPT="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (429, "application/json")
    assert answer.json() == {"detail": "Too many requests from your address. Try again in 60 seconds."}
    assert client.get("/search/?q=peru", REMOTE_ADDR=READER).status_code == 429


@pytest.mark.django_db
def test_signing_in_is_limited_before_a_password_is_compared(client: Client) -> None:
    posted = {"username": "ana", "password": "wrong"}
    answers = [client.post("/admin/login/", posted, REMOTE_ADDR=READER).status_code for _ in range(3)]
    assert answers == [200, 200, 429]


@pytest.mark.django_db
@pytest.mark.parametrize(("what", "limited"), [("/search/?q=peru", "search"), ("/api/v1/countries/", "api")])
def test_what_is_kept_is_not_counted(what: str, limited: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred readers of one address who ask the same are answered: only the first was made."""
    reader = Reader()
    monkeypatch.setattr("tests.reader.environ_of", _from_elsewhere)
    assert {reader.get(what).status_code for _ in range(200)} == {200}
    assert rate_limits.seconds_to_wait(limited, READER) == 0, "one was counted, and this is the second"
    assert rate_limits.seconds_to_wait(limited, READER) > 0


def _from_elsewhere(*args: Any, **kwargs: Any) -> dict[str, Any]:
    from tests.wsgi import environ_of

    return environ_of(*args, **kwargs) | {"REMOTE_ADDR": READER}
