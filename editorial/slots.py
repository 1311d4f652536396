"""Where the kernel asks, and the apps above it answer.

A slot stands beside the code that asks. What is in it, and in which order, is written in one place, ccm_site/wiring.py,
and put in when the application starts: importing a module changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, ParamSpec, Self, TypeVar

P = TypeVar("P")
Given = ParamSpec("Given")
Answer_co = TypeVar("Answer_co", covariant=True)


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


@dataclass(frozen=True)
class NamedPart(Generic[Given, Answer_co]):
    """A part that a command runs by its name (``--only``). In which order parts run is said in ccm_site/wiring.py."""

    name: str
    run: Callable[Given, Answer_co]

    def __call__(self, *args: Given.args, **kwargs: Given.kwargs) -> Answer_co:
        return self.run(*args, **kwargs)

    @classmethod
    def named(cls, name: str) -> Callable[[Callable[Given, Answer_co]], Self]:
        """Makes a part of the function below."""
        return lambda run: cls(name, run)
