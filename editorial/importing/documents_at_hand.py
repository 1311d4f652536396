"""The library as a load finds it: its rows name documents thousands of times, and none of them moves one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from editorial.models import Source

_at_hand: ContextVar[dict[str, Source] | None] = ContextVar("library_at_hand", default=None)


@contextmanager
def library_at_hand() -> Iterator[None]:
    """Every document is read once for what is done inside. Documents may enter meanwhile, and none may be merged."""
    known = {source.key: source.merged_into or source for source in Source.objects.select_related("merged_into")}
    token = _at_hand.set(known)
    try:
        yield
    finally:
        _at_hand.reset(token)


def at_hand(key: str) -> Source | None:
    """The document of a key, that into which it was merged; None outside, and for one that entered meanwhile."""
    return (_at_hand.get() or {}).get(key)
