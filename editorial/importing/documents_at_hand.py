"""The library as a load finds it: its rows name documents thousands of times, and none of them moves one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from editorial.models import Source

_at_hand: ContextVar[dict[str, Source] | None] = ContextVar("library_at_hand", default=None)
_entered: ContextVar[set[str]] = ContextVar("documents_entered", default=set())  # noqa: B039 - replaced for each load


@contextmanager
def library_at_hand() -> Iterator[None]:
    """Every document is read once for what is done inside. Documents may enter meanwhile, and none may be merged."""
    known = {source.key: source.merged_into or source for source in Source.objects.select_related("merged_into")}
    token, entered = _at_hand.set(known), _entered.set(set())
    try:
        yield
    finally:
        _at_hand.reset(token)
        _entered.reset(entered)


def enter(source: Source) -> Source:
    """A document that entered meanwhile is at hand too, until it is undone (``forget_entered``)."""
    known = _at_hand.get()
    if known is not None:
        known[source.key] = source
        _entered.get().add(source.key)
    return source


def forget_entered() -> None:
    """What entered is looked up again: a row was refused, and its documents are undone."""
    known = _at_hand.get() or {}
    for key in _entered.get():
        known.pop(key, None)
    _entered.get().clear()


def at_hand(key: str) -> Source | None:
    """The document of a key, that into which it was merged; None outside, and for one that entered by another way."""
    return (_at_hand.get() or {}).get(key)
