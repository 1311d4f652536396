"""Whoever asks the API too often gets 429 in the shape of every error, and when to ask again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from editorial import rate_limits

pytestmark = pytest.mark.django_db
READER = "203.0.113.7"


@pytest.fixture(autouse=True)
def two_a_minute(settings: Any) -> Iterator[None]:
    settings.MONITOR_RATE_LIMITS = {"api": 2}
    rate_limits.here.clear()
    with time_machine.travel("2026-11-30T12:00:15Z", tick=False):
        yield
    rate_limits.here.clear()


def test_the_third_request_of_a_minute_waits(client: Client) -> None:
    answers = [client.get("/api/v1/countries/", REMOTE_ADDR=READER) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"] == "45"
    assert answers[2].json()["errors"][0]["code"] == "throttled"
    assert client.get("/api/v1/countries/", REMOTE_ADDR="203.0.113.8").status_code == 200
