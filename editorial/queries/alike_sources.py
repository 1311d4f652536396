"""Entries of the source library that may be one document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from editorial.models import Source
from editorial.rules.same_document import plain_address, plain_words


@dataclass(frozen=True)
class Alike:
    """Entries of the source library that may be one document, and what they have in common."""

    reason: str
    sources: list[Source]


def alike_sources() -> list[Alike]:
    """Entries that share an address, or a title without dates or symbols that tell them apart. One query."""
    by_address: dict[str, list[Source]] = defaultdict(list)
    by_title: dict[str, list[Source]] = defaultdict(list)
    for source in Source.objects.in_library().order_by("key"):
        if address := plain_address(source.url):
            by_address[address].append(source)
        if title := plain_words(source.title or source.english_title):
            by_title[title].append(source)
    found = [Alike(f"The same address: {name}", group) for name, group in by_address.items() if len(group) > 1]
    told = {frozenset(source.pk for source in alike.sources) for alike in found}
    for group in by_title.values():
        for alike in _not_told_apart(group):
            if len(alike) > 1 and frozenset(source.pk for source in alike) not in told:
                found.append(Alike(f"The same title: {alike[0].title or alike[0].english_title}", alike))
    return sorted(found, key=lambda alike: alike.sources[0].key.casefold())


def _not_told_apart(group: list[Source]) -> list[list[Source]]:
    """Sources of one title, in sets whose dates, symbols and authors do not differ where two of them have one."""
    sets: list[list[Source]] = []
    for source in group:
        for one in sets:
            if not any(_told_apart(source, other) for other in one):
                one.append(source)
                break
        else:
            sets.append([source])
    return sets


def _told_apart(one: Source, other: Source) -> bool:
    names = ("document_date", "event_date", "un_symbol", "authors", "meeting_session")
    pairs = [(getattr(one, name), getattr(other, name)) for name in names]
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)
