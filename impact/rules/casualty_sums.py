"""Whether the parts that a source gives of its own figure make up the whole (casualties: people).

A sum is only made to be compared: what is shown as a whole is always what a source published as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from countries.rules.bounded import figure_words

PARTS = (("attacks", "remnants"), ("killed", "injured"))
"""The two ways in which "all" is parted: by what caused them, and by what became of people."""
_NAMES = {"attacks": "of attacks", "remnants": "of remnants", "killed": "killed", "injured": "injured"}


@dataclass(frozen=True)
class CountedPeople:
    """One figure of one source about one period. Without a number it takes no part in any sum."""

    about: Hashable
    when: str
    source: str
    basis: str
    number: int | None
    bound: str = ""


@dataclass(frozen=True)
class SumOfParts:
    """A whole and its two parts, all by one source about one period."""

    whole: CountedPeople
    parts: tuple[CountedPeople, CountedPeople]

    @property
    def difference(self) -> int:
        """The whole less its parts; 0 where they make it up."""
        return (self.whole.number or 0) - sum(part.number or 0 for part in self.parts)

    @property
    def agrees(self) -> bool:
        """Parts that are "at least" so many may fall short of the whole, and do not contradict it."""
        is_open = any(part.bound in ("at_least", "more_than") for part in self.parts)
        return self.difference == 0 or (is_open and self.difference > 0)

    @property
    def words(self) -> str:
        """ "2017: 196 of attacks and 93 of remnants make up the 289 published"."""
        one, two = (f"{figure_words(part.number, part.bound)} {_NAMES[part.basis]}" for part in self.parts)
        whole = figure_words(self.whole.number, self.whole.bound)
        if self.difference == 0:
            return f"{self.whole.when}: {one} and {two} make up the {whole} published."
        made = sum(part.number or 0 for part in self.parts)
        return f"{self.whole.when}: {one} and {two} make {made:,}; {whole} were published."


def sums_of_parts(figures: Iterable[CountedPeople]) -> list[SumOfParts]:
    """Every whole whose two parts the same source gives of the same period, in the order of the figures.

    A period of which a part has no number is left out: what is not known is not nought.
    """
    found: dict[tuple[Hashable, str, str], dict[str, CountedPeople]] = defaultdict(dict)
    for figure in figures:
        if figure.number is not None:
            found[figure.about, figure.when, figure.source].setdefault(figure.basis, figure)
    return [one for figures_of_one in found.values() for one in _sums(figures_of_one)]


def _sums(figures: Mapping[str, CountedPeople]) -> Iterable[SumOfParts]:
    for first, second in PARTS:
        if {"all", first, second} <= figures.keys():
            yield SumOfParts(figures["all"], (figures[first], figures[second]))
