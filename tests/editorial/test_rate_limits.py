"""One address asks so often in a minute, whoever else asks, with a shared cache, without one, and while it is away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache as shared

from ccm_site.settings.base import redis
from editorial import rate_limits
from editorial.optional_cache import OptionalCache
from editorial.rate_limits import Counts, seconds_to_wait

READER, OTHER = "203.0.113.7", "203.0.113.8"
NOON = "2026-11-30T12:00:00Z"


@pytest.fixture(autouse=True)
def three_a_minute(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    settings.MONITOR_RATE_LIMITS = {"search": 3, "api": 0}
    monkeypatch.setattr(rate_limits, "here", Counts())
    monkeypatch.setattr(rate_limits, "cache", OptionalCache())
    with time_machine.travel(NOON, tick=False):
        yield


def ask(times: int, address: str = READER, what: str = "search") -> list[int]:
    return [seconds_to_wait(what, address) for _ in range(times)]


def test_an_address_waits_until_the_minute_is_over_and_another_does_not() -> None:
    with time_machine.travel("2026-11-30T12:00:20Z", tick=False):
        assert ask(5) == [0, 0, 0, 40, 40]
        assert ask(1, OTHER) == [0]
    with time_machine.travel("2026-11-30T12:01:00Z", tick=False):
        assert ask(1) == [0]


def test_what_has_no_limit_is_not_counted() -> None:
    assert ask(20, what="api") == ask(20, what="anything") == [0] * 20


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "", "a socket"])
def test_who_asks_from_this_machine_or_from_nowhere_is_let_be(address: str) -> None:
    assert ask(20, address) == [0] * 20


def test_the_addresses_of_one_network_in_ipv6_are_one() -> None:
    assert [seconds_to_wait("search", f"2001:db8::{number}") > 0 for number in range(1, 5)] == [False] * 3 + [True]


def test_a_worker_forgets_whom_it_counted() -> None:
    now = [0.0]
    counts = Counts(lambda: now[0])
    assert [counts.count("a"), counts.count("a")] == [1, 2]
    now[0] += 2 * rate_limits.WINDOW + 1
    assert counts.count("a") == 1
    counts.clear()
    assert counts.count("a") == 1


@pytest.fixture
def redis_is_there(settings: Any) -> Iterator[None]:
    settings.CACHES = {"default": redis("redis://127.0.0.1:6379/9")}
    try:
        shared.set("are-you-there", 1, 1)
    except Exception as problem:
        pytest.skip(f"No Redis at 127.0.0.1:6379 ({problem}).")
    shared.clear()
    yield
    shared.clear()


def test_workers_that_share_redis_count_together(redis_is_there: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(2) == [0, 0]
    monkeypatch.setattr(rate_limits, "here", Counts())  # another worker
    assert ask(2) == [0, 60]


def test_while_redis_is_away_each_worker_counts_for_itself(settings: Any) -> None:
    settings.CACHES = {"default": redis("redis://127.0.0.1:1/0")}
    assert ask(4) == [0, 0, 0, 60]
