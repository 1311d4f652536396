"""How often one address may ask for what costs much: counted by the minute, for all workers where they share a cache.

Without a shared cache, or while it is away, each worker counts for itself; a limit never fails and never waits. What is
answered from kept pages (ccm_site/page_cache.py) does not come here and is never counted.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from cachetools import TTLCache
from django.conf import settings

from .optional_cache import cache
from .rules.client_address import counted_as, is_this_machine

WINDOW = 60  # seconds
ADDRESSES_AT_MOST = 50_000  # that one worker counts at a time


class Counts:
    """How often each key was counted in this worker lately."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._counts: TTLCache[str, int] = TTLCache(ADDRESSES_AT_MOST, 2 * WINDOW, timer=clock)
        self._lock = threading.Lock()

    def count(self, key: str) -> int:
        """This time included."""
        with self._lock:
            self._counts[key] = found = self._counts.get(key, 0) + 1
        return found

    def clear(self) -> None:
        with self._lock:
            self._counts.clear()


here = Counts()


def seconds_to_wait(what: str, address: str) -> int:
    """Counts a request; 0 if it may be answered, else in how many seconds the next one may.

    ``what`` is a key of MONITOR_RATE_LIMITS. Who asks from this machine is not counted, nor who has no address that is
    known: with a server in front that says none, all readers would be counted as one.
    """
    allowed = settings.MONITOR_RATE_LIMITS.get(what, 0)
    who = counted_as(address)
    if not allowed or not who or is_this_machine(address):
        return 0
    now = time.time()
    key = f"limit:{what}:{who}:{int(now // WINDOW)}"
    times = cache.count(key, 2 * WINDOW) if _is_shared() else None
    if (here.count(key) if times is None else times) <= allowed:
        return 0
    return WINDOW - int(now % WINDOW)


def _is_shared() -> bool:
    return "locmem" not in settings.CACHES["default"]["BACKEND"].lower()
