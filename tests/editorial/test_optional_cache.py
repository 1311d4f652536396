"""The cache may go away, hang or be full: nothing fails, and nobody waits for it twice."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as configured

from ccm_site.settings.base import redis
from editorial import optional_cache
from editorial.optional_cache import PAUSE, SLOW, OptionalCache


class Clock:
    """Moves only when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Underneath:
    """A cache that fails or hangs as told, and counts how often it was asked."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.kept: dict[str, Any] = {}
        self.asked = 0
        self.read_fails: Exception | None = None
        self.write_fails: Exception | None = None
        self.takes = 0.0
        self.is_quicker = False  # another worker, which counts a key first

    def _asked(self, problem: Exception | None) -> None:
        self.asked += 1
        self.clock.now += self.takes
        if problem:
            raise problem

    def get(self, key: str) -> Any:
        self._asked(self.read_fails)
        return self.kept.get(key)

    def get_many(self, keys: Any) -> dict[str, Any]:
        self._asked(self.read_fails)
        return {key: self.kept[key] for key in keys if key in self.kept}

    def set(self, key: str, value: Any, seconds: int) -> None:
        self._asked(self.write_fails)
        self.kept[key] = value

    def set_many(self, values: dict[str, Any], seconds: int) -> None:
        self._asked(self.write_fails)
        self.kept |= values

    def add(self, key: str, value: Any, seconds: int) -> bool:
        self._asked(self.write_fails)
        if self.is_quicker and key not in self.kept:
            self.kept[key] = value
            return False
        return self.kept.setdefault(key, value) is value

    def incr(self, key: str) -> int:
        self._asked(self.write_fails)
        if key not in self.kept:
            raise ValueError(key)
        self.kept[key] += 1
        return self.kept[key]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def under(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Underneath:
    made = Underneath(clock)
    monkeypatch.setattr(optional_cache, "kept_by_django", made)
    return made


@pytest.fixture
def cache(clock: Clock, under: Underneath) -> OptionalCache:
    return OptionalCache(clock)


def test_a_cache_that_is_well_keeps(cache: OptionalCache) -> None:
    cache.set("a", 1, 60)
    cache.set_many({"b": 2}, 60)
    assert cache.get("a") == 1
    assert cache.get_many(["a", "b", "c"]) == {"a": 1, "b": 2}
    assert cache.look() == ""


def test_a_cache_that_raises_answers_nothing_and_is_left_alone(cache: OptionalCache, under: Underneath) -> None:
    under.read_fails = under.write_fails = ConnectionError("refused")
    assert cache.get("a") is None
    cache.set("a", 1, 60)
    assert cache.get_many(["a"]) == {}
    cache.set_many({"a": 1}, 60)
    assert under.asked == 1
    assert cache.trouble == cache.look() == "away"


def test_it_counts_and_answers_nothing_while_it_is_away(cache: OptionalCache, under: Underneath) -> None:
    assert [cache.count("a", 60), cache.count("a", 60), cache.count("b", 60)] == [1, 2, 1]
    under.is_quicker = True
    assert cache.count("c", 60) == 2
    assert cache.trouble == ""
    under.write_fails = ConnectionError("refused")
    assert cache.count("a", 60) is None
    assert cache.trouble == "takes nothing new"


def test_it_is_tried_again_after_a_pause_by_one_request(
    cache: OptionalCache, under: Underneath, clock: Clock
) -> None:
    under.read_fails = ConnectionError("refused")
    cache.get("a")
    clock.now += PAUSE
    assert [cache.get("a"), cache.get("a")] == [None, None]
    assert under.asked == 2
    under.read_fails, under.kept = None, {"a": 1}
    clock.now += PAUSE
    assert cache.get("a") == 1
    cache.set("b", 2, 60)
    assert under.kept == {"a": 1, "b": 2}
    assert cache.trouble == ""


def test_a_full_cache_is_still_read(cache: OptionalCache, under: Underneath) -> None:
    under.kept, under.write_fails = {"a": 1}, RuntimeError("OOM command not allowed")
    cache.set("b", 2, 60)
    cache.set("b", 2, 60)
    assert cache.get("a") == 1
    assert under.asked == 2
    assert cache.look() == "takes nothing new"


def test_a_cache_that_hangs_is_waited_for_once(cache: OptionalCache, under: Underneath, clock: Clock) -> None:
    under.kept, under.takes, began = {"a": 1}, SLOW + 0.1, clock.now
    assert cache.get("a") == 1
    for _ in range(20):
        cache.get("a")
        cache.set("a", 1, 60)
    assert clock.now - began == pytest.approx(SLOW + 0.1)
    assert cache.trouble == "away"


def test_the_log_says_it_once_when_it_goes_and_once_when_it_is_back(
    cache: OptionalCache, under: Underneath, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    under.read_fails = under.write_fails = ConnectionError("refused")
    with caplog.at_level(logging.INFO):
        for _ in range(5):
            cache.get("a")
            cache.set("a", 1, 60)
            clock.now += PAUSE
        under.read_fails = under.write_fails = None
        for _ in range(5):
            cache.get("a")
            cache.set("a", 1, 60)
    assert [record.getMessage() for record in caplog.records] == [
        "The cache is away (ConnectionError: refused). Everything is made anew; it is tried again every 10 seconds.",
        "The cache is back.",
    ]


@pytest.fixture
def mute_server() -> Iterator[str]:
    """The address of a server that lets everybody in and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"


@pytest.mark.parametrize("where", ["closed port", "mute server"])
def test_redis_that_does_not_answer(settings, mute_server: str, where: str) -> None:
    """With the time-outs of production, one request loses at most two seconds, and the next one nothing."""
    settings.CACHES = {"default": redis("redis://127.0.0.1:1/0" if where == "closed port" else mute_server)}
    cache, began = OptionalCache(), time.monotonic()
    assert cache.get("a") is None
    assert time.monotonic() - began < 2
    again = time.monotonic()
    cache.set("a", 1, 60)
    assert cache.get("a") is None
    assert time.monotonic() - again < 0.05
    assert cache.trouble == "away"


def test_nobody_asks_the_cache_without_this_guard() -> None:
    users = {
        str(path.relative_to(configured.BASE_DIR))
        for app in ("api", "ccm_site", "countries", "editorial", "impact", "meetings", "stockpiles")
        for path in (configured.BASE_DIR / app).rglob("*.py")
        if "django.core.cache" in path.read_text(encoding="utf-8") and "settings" not in path.parts
    }
    looks_at_it = "ccm_site/doctor/services.py"  # to say what is wrong with it
    assert users == {"editorial/optional_cache.py", looks_at_it}
