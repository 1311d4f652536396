"""``/metrics`` is there for who brings the token or comes from inside, and otherwise for nobody."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from ccm_site.metrics import meter

pytestmark = pytest.mark.django_db
TOKEN = "t" * 32


@pytest.fixture(autouse=True)
def forgotten() -> Any:
    meter.cache_clear()
    yield
    meter.cache_clear()


def test_it_is_not_there_unless_somebody_may_ask(client: Client) -> None:
    assert client.get("/metrics").status_code == 404


def test_who_brings_the_token_gets_it_and_nobody_else(client: Client, settings: Any) -> None:
    settings.MONITOR_METRICS_TOKEN = TOKEN
    answer = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert "monitor_database_up 1.0" in answer.content.decode()
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    assert "no-store" in answer["Cache-Control"]
    for given in ("", "Bearer", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer "):
        assert client.get("/metrics", headers={"authorization": given}).status_code == 403


def test_who_comes_from_inside_gets_it_unless_a_proxy_hands_it_on(client: Client, settings: Any) -> None:
    settings.MONITOR_METRICS_ADDRESSES = ["127.0.0.1", "10.0.0.0/8"]
    assert client.get("/metrics", REMOTE_ADDR="10.1.2.3").status_code == 200
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.7").status_code == 403
    assert client.get("/metrics", REMOTE_ADDR="").status_code == 403
    for header in ("x-forwarded-for", "forwarded", "x-real-ip"):
        assert client.get("/metrics", REMOTE_ADDR="127.0.0.1", headers={header: "192.0.2.7"}).status_code == 403
    assert client.get("/metrics", headers={"authorization": "Bearer "}, REMOTE_ADDR="192.0.2.7").status_code == 403
