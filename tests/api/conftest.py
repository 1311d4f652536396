"""What the tests of the API ask, and three of everything that it offers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from tests.factories.kept_rows import once
from tests.factories.module_data import for_module
from tests.factories.nouns import make_three_of_each


@pytest.fixture
def ask(client: Client) -> Callable[[str], Any]:
    """The JSON of an address below /api/v1/, which has to be there."""

    def asked(address: str) -> Any:
        response = client.get(f"/api/v1/{address}")
        assert response.status_code == 200, response.content
        return response.json()

    return asked


def _make_three_of_each() -> None:
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=UTC)):
        make_three_of_each()


three_of_each = for_module(lambda: once("three_of_each", _make_three_of_each))  # as made on 20 November 2026
