"""Where the kernel asks, and the apps above it answer.

A slot stands beside the code that asks. What is in it, and in which order, is written in one place, ccm_site/wiring.py,
and put in when the application starts: importing a module changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

P = TypeVar("P")


class NotWired(RuntimeError):
    """A slot was asked before it was filled, or filled twice. Nothing is answered: an empty rule would allow everything."""


class Slot(Generic[P]):
    """The parts of one kind, in the order in which they are asked."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._parts: tuple[P, ...] | None = None

    def fill(self, parts: Iterable[P]) -> None:
        """Put the parts in, once. Raises NotWired the second time: nobody adds to the list behind its back."""
        if self._parts is not None:
            raise NotWired(f"The {self.what} are listed already.")
        self._parts = tuple(parts)

    def __iter__(self) -> Iterator[P]:
        if self._parts is None:
            raise NotWired(f"Nobody has listed the {self.what}: see ccm_site/wiring.py.")
        return iter(self._parts)
