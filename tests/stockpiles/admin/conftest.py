"""The day on which the desk is used, for tests whose pages depend on it."""

import pytest


@pytest.fixture
def today(time_machine):
    time_machine.move_to("2026-11-21 12:00:00+00:00")
