"""Nothing that is asked at a public address is a fault of the server's. Thousands more by hand: tests/stress/hostile.py."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.stress.hostile import addresses, answered, asked, requests

NUMBER = 300


@pytest.fixture
def one_connection(db: None) -> Iterator[None]:
    """A server closes what a request leaves open; here that would be the transaction of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("reference", "one_connection")
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_no_request_is_answered_by_a_fault() -> None:
    application, known = WSGIHandler(), addresses()
    assert {"/", "/healthz", "/countries/{country}/", "/api/v1/countries/{iso3}/"} <= set(known)
    found = [(answered(application, one), one) for one in requests(NUMBER, random.Random(NUMBER), known)]
    assert [asked(one) for status, one in found if status >= 500] == []
    assert {status for status, _ in found} >= {200, 400, 404, 405}  # it came through the doors
