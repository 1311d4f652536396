"""Where answers are kept: in each worker, bounded by bytes, and in the shared cache, where there is one.

Either is an extra. What is kept says in which state it was made (see page_cache); whoever reads it compares.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import brotli
from cachetools import LRUCache
from django.conf import settings

from editorial.optional_cache import cache

LARGEST_KEPT = 2 * 1024 * 1024  # bytes; whole exports are streamed or made anew
KEEP_SECONDS = 24 * 60 * 60
LOOK_AGAIN = 0.02  # seconds
WORTH_PACKING = 500  # bytes; less is not made smaller
PACKED = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")
Headers = list[tuple[str, str]]


@dataclass
class KeptAnswer:
    """An answer of 200 as it is sent, in each coding that somebody asked for. Compressed once, sent often."""

    state: str  # what readers could see when it was made, and the day
    tag: str
    headers: Headers
    bodies: dict[str, bytes]
    packs: bool = False

    @classmethod
    def of(cls, state: str, tag: str, headers: Headers, body: bytes) -> KeptAnswer:
        kind = next((value for name, value in headers if name.lower() == "content-type"), "")
        return cls(state, tag, headers, {"": body}, len(body) >= WORTH_PACKING and kind.startswith(PACKED))

    def body(self, accepted: str) -> tuple[str, bytes]:
        """The coding to send, "" for none, and the bytes."""
        coding = _coding(accepted) if self.packs else ""
        if (found := self.bodies.get(coding)) is None:
            found = self.bodies[coding] = _PACK[coding](self.bodies[""])
        return coding, found

    def __len__(self) -> int:
        """Bytes in memory at the most, roughly: the page and two smaller copies."""
        return len(self.bodies[""]) * 3 // 2 + 2000


_PACK = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}


def _coding(accepted: str) -> str:
    """The best coding that a reader takes, as browsers ask; a refusal (q=0) is one."""
    if not accepted:
        return ""
    asked = {}
    for part in accepted.lower().split(","):
        name, _, how = part.strip().partition(";")
        asked[name.strip()] = how.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((name for name in _PACK if asked.get(name)), "")


def _key(page: str) -> str:
    return "page:" + hashlib.sha256(page.encode()).hexdigest()[:40]


class KeptPages:
    """By page: a newer answer takes the place of the older one, so that what has changed does not pile up."""

    def __init__(self, bytes_at_most: int) -> None:
        self._here: LRUCache[str, KeptAnswer] = LRUCache(bytes_at_most, getsizeof=len)
        self._lock = threading.Lock()
        self._makers: dict[str, threading.Lock] = {}
        self._shares = "locmem" not in settings.CACHES["default"]["BACKEND"].lower()

    def get(self, page: str, state: str) -> KeptAnswer | None:
        """What is kept of a page in this worker, if it was made in that state."""
        with self._lock:
            kept = self._here.get(page)
        return kept if kept is not None and kept.state == state else None

    def from_others(self, page: str, state: str, seconds: float) -> KeptAnswer | None:
        """What another worker made in that state, or makes at this moment; kept here from now on.

        Whoever gets None makes it: the claim is this worker's then. Nobody waits for a page that was never kept: it may be
        one that never is.
        """
        if not self._shares:
            return None
        kept, was_kept = self._shared(page, state)
        if kept is not None or not was_kept or cache.claim(_key(f"{page} {state}"), round(seconds)):
            return kept
        until = time.monotonic() + seconds
        while kept is None and time.monotonic() < until:
            time.sleep(LOOK_AGAIN)
            kept, _ = self._shared(page, state)
        return kept

    def _shared(self, page: str, state: str) -> tuple[KeptAnswer | None, bool]:
        """What the shared cache has of a page in that state, and whether it has any of it."""
        found: Any = cache.get(_key(page))
        if not isinstance(found, tuple) or found[0] != state:
            return None, found is not None
        kept = KeptAnswer(*found)
        self._put(page, kept)
        return kept, True

    def put(self, page: str, kept: KeptAnswer) -> None:
        """Keep it here and for the other workers, unless it is very large."""
        if len(kept.bodies[""]) > LARGEST_KEPT:
            return
        self._put(page, kept)
        if self._shares:
            cache.set(
                _key(page), (kept.state, kept.tag, kept.headers, dict(kept.bodies), kept.packs), KEEP_SECONDS
            )

    def _put(self, page: str, kept: KeptAnswer) -> None:
        with self._lock:
            if len(kept) <= self._here.maxsize:
                self._here[page] = kept

    @contextmanager
    def making(self, page: str, seconds: float) -> Iterator[bool]:
        """One at a time makes a page in this worker; whoever waited sees in it that somebody else just has (True)."""
        with self._lock:
            lock = self._makers.setdefault(page, threading.Lock())
        waited = not lock.acquire(blocking=False)
        held = not waited or lock.acquire(timeout=seconds)
        try:
            yield waited
        finally:
            if held:
                lock.release()
            with self._lock:
                if not lock.locked():
                    self._makers.pop(page, None)
