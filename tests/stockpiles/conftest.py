"""Fixtures of the stockpiles tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from editorial.models import recording


@pytest.fixture
def in_a_change(db: None) -> Iterator[None]:
    """Everything the test writes belongs to one change with a reason, as the admin and the actions demand."""
    with recording(by=None, reason="Made for a test"):
        yield
