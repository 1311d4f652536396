"""The day on which the pages of stockpiles are read."""

import pytest


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-21 12:00:00+00:00")
