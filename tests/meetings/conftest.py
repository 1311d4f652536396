"""Fixtures of the meetings app."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.utils import timezone


@pytest.fixture
def now() -> Callable[[], datetime]:
    return timezone.now
