"""Later each time, and never later than ten minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from editorial.rules.second_tries import LONGEST_PAUSE, pause_before


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 0), (2, 10), (3, 30), (4, 90)])
def test_each_attempt_waits_three_times_as_long(attempt: int, seconds: int) -> None:
    assert pause_before(attempt) == timedelta(seconds=seconds)


def test_nobody_waits_longer_than_ten_minutes() -> None:
    assert pause_before(6) == pause_before(20) == LONGEST_PAUSE
