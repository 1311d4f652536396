"""Finding state names in running text and in pasted lists, whatever commas and "and" stand inside a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from editorial.rules.folding import folded

Key = TypeVar("Key")

_BREAK = re.compile(r"\s*(?:[,;•·|\n\r\t]+|(?<!\w)(?:and|und|et|y|e|&|as well as)(?!\w))\s*", re.IGNORECASE)
_LIST_MARK = re.compile(r"(?:\d{1,3}[.)]\s+|[-–—*]\s+|(?:and|the)\s+)+", re.IGNORECASE)
_NOT_WORD = re.compile(r"[^\w]+")
_SAINT = re.compile(r"\bst\b")


def name_key(name: str) -> str:
    """A name as it is compared: no accents, no case, no punctuation, no leading "the".

    "Côte d’Ivoire", "COTE D'IVOIRE" and "cote d ivoire" are the same; so are "St. Kitts & Nevis" and "Saint Kitts and
    Nevis".
    """
    plain = _NOT_WORD.sub(" ", folded(name.replace("&", " and "))).strip()
    return _SAINT.sub("saint", plain).removeprefix("the ")


@dataclass(frozen=True)
class Names(Generic[Key]):
    """What a list of names came to. ``found`` keeps the order of the text; ``unknown`` names what is left."""

    found: tuple[Key, ...]
    unknown: tuple[str, ...]
    repeated: tuple[Key, ...] = ()


def read_list(text: str, known: Mapping[str, Key]) -> Names[Key]:
    """Resolve a list such as "Austria, Bosnia and Herzegovina, Chile and the Holy See".

    ``known`` maps names as they are compared to keys. The longest name wins, so a name may hold commas and "and" itself.
    A piece that is no name is given back whole in ``unknown``; a name met twice counts once and is named in
    ``repeated``.
    """
    pieces = list(_pieces(text))
    found: list[Key] = []
    unknown: list[str] = []
    repeated: list[Key] = []
    at = 0
    while at < len(pieces):
        length, key = _longest(text, pieces, at, known)
        if key is None:
            unknown.append(text[pieces[at][0] : pieces[at][1]].strip(" .:"))
        elif key in found:
            if key not in repeated:
                repeated.append(key)
        else:
            found.append(key)
        at += length
    return Names(tuple(found), tuple(u for u in unknown if u), tuple(repeated))


def names_in(text: str, known: Mapping[str, Key]) -> list[tuple[int, Key]]:
    """Every known name in running text with its position, longest first, each key once, in order of the text.

    Only capitalised words start a name, so that "chad" in "a hanging chad" is left alone.
    """
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\W\d_][\w’'.-]*", text)]
    seen: dict[Key, int] = {}
    at = 0
    while at < len(words):
        step = 1
        if text[words[at][0]].isupper():
            for length in range(min(8, len(words) - at), 0, -1):
                candidate = text[words[at][0] : words[at + length - 1][1]]
                key = known.get(name_key(candidate)) or known.get(name_key(candidate.rstrip(".’'s")))
                if key is not None:
                    seen.setdefault(key, words[at][0])
                    step = length
                    break
        at += step
    return sorted(((start, key) for key, start in seen.items()), key=lambda found: found[0])


def _pieces(text: str) -> Iterable[tuple[int, int]]:
    """Start and end of each stretch between separators, list marks such as "3. " or "and the" left out."""
    start = 0
    for mark in [*_BREAK.finditer(text), None]:
        end = mark.start() if mark else len(text)
        if lead := _LIST_MARK.match(text, start, end):
            start = lead.end()
        if text[start:end].strip(" ."):
            yield start, end
        if mark:
            start = mark.end()


def _longest(
    text: str, pieces: list[tuple[int, int]], at: int, known: Mapping[str, Key]
) -> tuple[int, Key | None]:
    for length in range(min(5, len(pieces) - at), 0, -1):
        key = known.get(name_key(text[pieces[at][0] : pieces[at + length - 1][1]]))
        if key is not None:
            return length, key
    return 1, None


def alike(name: str, known: Mapping[str, Key], *, at_most: int = 3) -> tuple[Key, ...]:
    """Whom a name that is not known may mean: those whose names are spelt most alike, each once, the likeliest first."""
    close = get_close_matches(name_key(name), known, n=at_most * 2, cutoff=0.75)
    return tuple(dict.fromkeys(known[one] for one in close))[:at_most]
