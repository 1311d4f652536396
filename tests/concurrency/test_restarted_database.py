"""A database that was restarted, or that ended a connection, costs the next request nothing."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from .beside import needs_two_writers

pytestmark = needs_two_writers
URL = "postgres://monitor@127.0.0.1/monitor"


@pytest.fixture
def pooled(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A connection to the test database, from a pool such as production keeps."""
    for name, value in {
        "SECRET_KEY": "words that nobody guesses, of which there are more than enough",
        "DATABASE_URL": URL,
        "ALLOWED_HOSTS": "monitor.example.org",
    }.items():
        monkeypatch.setenv(name, value)
    production = runpy.run_module("ccm_site.settings.production")["DATABASES"]["default"]
    where = ("NAME", "HOST", "PORT", "USER", "PASSWORD")
    made = {**deepcopy(production), **{name: connection.settings_dict[name] for name in where}}
    taken: Any = ConnectionHandler({"default": made})["default"]
    yield taken
    taken.close()
    taken.close_pool()


def backend(of: Any) -> int:
    with of.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_the_next_request_gets_a_living_connection(pooled: Any) -> None:
    first = backend(pooled)
    pooled.close()  # the end of a request: it goes back to the pool
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [first])
    assert backend(pooled) != first
