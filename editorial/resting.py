"""What a public page rests on, said beside its address: until that changes, the page may be kept.

A page that says nothing may show anything: every change of what readers see makes it anew, and each question that it is
asked has a page of its own. Saying less is an improvement, saying too little a lie; a test changes rows of every table
and compares every page that was not to be made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from django.db import models

from editorial.models import NamedInAddress, Subjects

V = TypeVar("V", bound=Callable[..., Any])
Lookup = tuple[type[models.Model], str]


@dataclass(frozen=True)
class Resting:
    """The parts of the site, or the records that an address names by a column, on which a page rests; and the words of
    a question that it reads (None: any)."""

    parts: tuple[str, ...] | None = None
    records: tuple[tuple[str, Lookup], ...] = ()
    reads: frozenset[str] | None = None

    def subjects(self, named: Mapping[str, Any]) -> Subjects:
        """The subjects of a page, with what its address names: its records alone, or else the parts."""
        found = [NamedInAddress(*lookup, str(named[part])) for part, lookup in self.records if part in named]
        if found and len(found) == len(self.records) and all(_is_a_name(one) for one in found):
            return tuple(found)
        return self.parts


ANYTHING = Resting()


def resting(*parts: str, **records: Lookup) -> Resting:
    """``records`` gives for a part of the address the table and the column that it names. Where there are no records in
    the address, or none in any address, the page rests on the parts."""
    only_records = bool(records) and not parts
    return Resting(None if only_records else parts, tuple(records.items()))


def rests_on(*parts: str, **records: Lookup) -> Callable[[V], V]:
    """Marks a view with what its pages rest on; the class of a view has it as ``resting``."""
    said = resting(*parts, **records)

    def mark(view: V) -> V:
        view.resting = said  # type: ignore[attr-defined]
        return view

    return mark


def reads(*words: str) -> Callable[[V], V]:
    """Marks a view with the words of a question that its pages read; of others, a page of its own is not kept."""

    def mark(view: V) -> V:
        view.resting = replace(resting_of(view), reads=frozenset(words))  # type: ignore[attr-defined]
        return view

    return mark


def resting_of(view: Any) -> Resting:
    """What the view of an address, or the class behind it, says."""
    found = getattr(view, "resting", None) or getattr(getattr(view, "cls", None), "resting", None)
    return found if isinstance(found, Resting) else ANYTHING


def _is_a_name(one: NamedInAddress) -> bool:
    """Whether a database can look for it: addresses come from anybody."""
    value = one.value
    return (
        value.isascii() and value.isprintable() and (one.column != "id" or (value.isdigit() and len(value) < 19))
    )
