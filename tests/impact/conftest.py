"""Fixtures of the impact tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from editorial.actions.import_report import ImportReport
from editorial.models import recording
from tests.factories.impact import load_impact
from tests.factories.module_data import kept_for_module


@pytest.fixture
def in_a_change(db: None) -> Iterator[None]:
    """Everything the test writes belongs to one change with a reason, as the admin and the actions demand."""
    with recording(by=None, reason="Made for a test"):
        yield


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, ImportReport]]:
    """All reference data that the pages of impact show, for a whole module."""
    with kept_for_module(django_db_blocker):
        yield load_impact()
