"""Reading a pasted list of delegations: one a line, perhaps with who led it; or all of them in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from .names_in_text import name_key, read_list

Key = TypeVar("Key")

_NUMBER = re.compile(r"^\s*(?:\d{1,3}[.)]|[-–—*•])\s+")
_BETWEEN = re.compile(r"\t+|\s*[:;|]\s*|\s+[–—-]\s+")


@dataclass(frozen=True)
class Delegations(Generic[Key]):
    """States with the head of each delegation ("" where none is given), and the lines that named no state."""

    found: tuple[tuple[Key, str], ...]
    unknown: tuple[str, ...] = ()


def read_delegations(pasted: str, known: Mapping[str, Key]) -> Delegations[Key]:
    """Read "Peru – Amb. Garcia, Head of delegation" line by line; a line that is itself a list gives several states.

    A state met twice keeps the first head that is named.
    """
    heads: dict[Key, str] = {}
    unknown: list[str] = []
    for line in pasted.splitlines():
        line = _NUMBER.sub("", line).strip(" .,;")
        if not line:
            continue
        if (key := known.get(name_key(line))) is not None:
            heads.setdefault(key, "")
            continue
        name, *rest = _BETWEEN.split(line, maxsplit=1)
        if rest and (key := known.get(name_key(name))) is not None:
            heads[key] = heads.get(key) or rest[0].strip()
            continue
        names = read_list(line, known)
        for key in names.found:
            heads.setdefault(key, "")
        unknown += names.unknown
    return Delegations(tuple(heads.items()), tuple(unknown))
