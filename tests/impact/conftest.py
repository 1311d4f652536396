"""Fixtures of the impact tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from editorial.models import recording
from tests.factories.impact import load_impact
from tests.factories.module_data import for_module


@pytest.fixture
def in_a_change(db: None) -> Iterator[None]:
    """Everything the test writes belongs to one change with a reason, as the admin and the actions demand."""
    with recording(by=None, reason="Made for a test"):
        yield


loaded = for_module(load_impact)  # all reference data that the pages of impact show
