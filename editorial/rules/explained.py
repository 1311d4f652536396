"""A computed value that carries its own proof: the article, what went in, and how it was worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from .calendar import spoken

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Explained(Generic[T_co]):
    """What a rule answers. Pages, admin and API show all four parts, so that nobody has to trust a bare date.

    value        the answer: a date, a number, a standing; None where the rule has none to give
    article      the provision the rule comes from, as one would cite it: "CCM, Article 17(2)"
    inputs       what the rule was given, in order, each as (name in plain words, value)
    arithmetic   one plain sentence without mark-up: "26 September 2012 is in month 9; …"
    """

    value: T_co
    article: str
    inputs: tuple[tuple[str, object], ...]
    arithmetic: str

    def __str__(self) -> str:
        return f"{self.arithmetic} ({self.article})"

    def shown_inputs(self) -> Iterator[tuple[str, str]]:
        """The inputs as a reader sees them: dates in words, nothing as "none"."""
        for name, value in self.inputs:
            yield name, shown(value)


def shown(value: object) -> str:
    """One value in words: a date as "1 March 2013", None as "none", several joined by commas."""
    if value is None:
        return "none"
    if isinstance(value, date):
        return spoken(value)
    if isinstance(value, tuple | list):
        return ", ".join(shown(part) for part in value) or "none"
    return str(value)
