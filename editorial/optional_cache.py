"""The cache is a help and never a need: while it is away, slow or full, everything is simply made anew.

Whoever keeps something for later asks here and not Django's cache itself, so that no answer ever fails for want of
it. After a failure this worker leaves the cache alone for some seconds: a request waits for a dead cache at most
once, and most requests not at all. The log says it when the cache goes and when it is back, not at every request.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.cache import cache as kept_by_django

PAUSE = 10.0  # seconds during which a cache that failed is not asked again
SLOW = 0.5  # seconds after which an answer is of no use: most pages are made anew in less

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")


@dataclass
class _Way:
    """One way to use the cache, to read or to write: whether it is closed, and until when."""

    closed: bool = False
    again_at: float = 0.0


class OptionalCache:
    """Django's default cache, without its failures. One for each worker; threads share it.

    A cache that is full may still be read, so a failed write stops only writing; a failed read stops both.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._reading, self._writing = _Way(), _Way()

    def get(self, key: str) -> Any:
        """What is kept under the key, or None."""
        return self._try(self._reading, lambda: kept_by_django.get(key), None)

    def get_many(self, keys: Iterable[str]) -> dict[str, Any]:
        """Those of the keys under which something is kept, with what is."""
        return self._try(self._reading, lambda: kept_by_django.get_many(keys), {})

    def set(self, key: str, value: object, seconds: int) -> None:
        """Keep the value, if the cache takes it."""
        self._try(self._writing, lambda: kept_by_django.set(key, value, seconds), None)

    def claim(self, key: str, seconds: int) -> bool:
        """Whether nobody else has claimed the key in that time; without a cache, everybody may."""
        return self._try(self._writing, lambda: kept_by_django.add(key, True, seconds), True)

    def count(self, key: str, seconds: int) -> int | None:
        """How often a key was counted in that time, this time included; None without a cache."""
        return self._try(self._writing, lambda: _count(key, seconds), None)

    def set_many(self, values: Mapping[str, object], seconds: int) -> None:
        """Keep the values, if the cache takes them."""
        self._try(self._writing, lambda: kept_by_django.set_many(dict(values), seconds), None)

    @property
    def trouble(self) -> str:
        """What is wrong with the cache as this worker last saw it: "away", "takes nothing new", or ""."""
        if self._reading.closed:
            return "away"
        return "takes nothing new" if self._writing.closed else ""

    def look(self) -> str:
        """The same after trying both ways now, unless one of them has just failed."""
        self.get("optional-cache")
        self.set("optional-cache", True, 60)
        return self.trouble

    def _try(self, way: _Way, act: Callable[[], Answer], otherwise: Answer) -> Answer:
        if not self._may_try(way):
            return otherwise
        began = self._clock()
        try:
            answer = act()
        except Exception as problem:  # whatever a cache may raise, a page is worth more
            self._failed(way, f"{type(problem).__name__}: {problem}")
            return otherwise
        if (took := self._clock() - began) > SLOW:
            self._failed(way, f"it took {took:.1f} seconds to answer")
        elif way.closed:
            self._is_back(way)
        return answer

    def _may_try(self, way: _Way) -> bool:
        """While it is closed, one request tries it again each time the pause is over."""
        if not way.closed:
            return True
        with self._lock:
            if self._clock() < way.again_at:
                return False
            way.again_at = self._clock() + PAUSE
            return True

    def _failed(self, way: _Way, why: str) -> None:
        with self._lock:
            before = self.trouble
            for stopped in (self._reading, self._writing) if way is self._reading else (way,):
                stopped.closed, stopped.again_at = True, self._clock() + PAUSE
            after = self.trouble
        if after != before:
            logger.warning(
                "The cache %s (%s). Everything is made anew; it is tried again every %d seconds.",
                "is away" if after == "away" else after,
                why,
                PAUSE,
            )

    def _is_back(self, way: _Way) -> None:
        with self._lock:
            if way is self._reading:
                self._writing.closed = False  # it was stopped for the reading's sake
            way.closed = False
        logger.warning("The cache is back.")


def _count(key: str, seconds: int) -> int:
    for _ in range(2):
        try:
            return kept_by_django.incr(key)
        except ValueError:  # nobody has counted it yet
            if kept_by_django.add(key, 1, seconds):
                break  # and nobody was quicker
    return 1


cache = OptionalCache()
