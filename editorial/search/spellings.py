"""Names of one thing that stand for each other in a question: Ivory Coast and Côte d’Ivoire, CCM and its title."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from editorial.queries.kept import keeping
from editorial.rules.search_words import Spellings, spellings_of
from editorial.slots import Slot

NamesOfThings = Iterable[Iterable[str]]
names_of_things: Slot[Callable[[], NamesOfThings]] = Slot("names of things")
"""Each gives, for each thing of a kind, all its names; it asks the database."""


def spellings() -> Spellings:
    """Every name that has others, read anew when anything has changed that may stand on any page, as names do."""
    return keeping().value("spellings", read_spellings)


def read_spellings() -> Spellings:
    """Every name that has others, as the database has them; worked out anew when a name has changed."""
    found = frozenset(
        tuple(dict.fromkeys(filter(None, names))) for provider in names_of_things for names in provider()
    )
    return _worked_out(found)


@lru_cache(maxsize=2)
def _worked_out(found: frozenset[tuple[str, ...]]) -> Spellings:
    return spellings_of(names for names in sorted(found) if len(names) > 1)
