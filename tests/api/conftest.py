"""What the tests of the API ask, and three of everything that it offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from tests.factories.module_data import kept_for_module
from tests.factories.nouns import make_three_of_each


@pytest.fixture
def ask(client: Client) -> Callable[[str], Any]:
    """The JSON of an address below /api/v1/, which has to be there."""

    def asked(address: str) -> Any:
        response = client.get(f"/api/v1/{address}")
        assert response.status_code == 200, response.content
        return response.json()

    return asked


@pytest.fixture(scope="module")
def three_of_each(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Three of every noun, made on 20 November 2026, once for the tests of a module."""
    with kept_for_module(django_db_blocker):
        with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=UTC)):
            make_three_of_each()
        yield
