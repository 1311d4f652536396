"""Keys for proposed sources, short enough that a person can remember them."""

from __future__ import annotations

import re

from editorial.rules.folding import unaccented

from .citation_forms import SPEECH
from .printed_source import PrintedSource

KEY_LENGTH = 60


def key_for(facts: PrintedSource) -> str:
    """A key made of who and when: laRepublica-2007-05-29, CCM-CW-SR-2, landmineAction-notes-2007-05-23."""
    if facts.un_symbol:
        return _ascii(facts.un_symbol.replace("/", "-"))[:KEY_LENGTH].strip("-.") or "source"
    if facts.kind == "statement" and (m := SPEECH.match(facts.title)):
        name = f"{_camel(m['who'])}-statement"
    elif facts.kind == "ngo_notes":
        name = f"{_camel(facts.authors[0])}-notes"
    elif facts.kind == "transparency_report":
        name = f"{_camel(' '.join(facts.authors))}-article7".strip("-")
    elif facts.kind == "press":
        name = _camel(re.sub(r",? online$", "", facts.publisher))
    elif facts.authors:
        name = _camel(facts.authors[0])
    else:
        name = _camel(" ".join(facts.title.split()[:4]))
    return "-".join(part for part in (name[: KEY_LENGTH - 12] or "source", facts.day) if part)


def free_key(key: str, used: set[str]) -> str:
    """The key, with a number behind it where it is taken; keys that differ only in case count as the same."""
    free, n = key, 1
    while free.casefold() in used:
        n += 1
        free = f"{key}-{n}"
    used.add(free.casefold())
    return free


def _ascii(words: str) -> str:
    flat = unaccented(words).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.-]+", "-", flat).strip("-.")


def _camel(words: str) -> str:
    """laRepublica for "La República"; an acronym is written small."""
    each = [w for w in re.split(r"[^A-Za-z0-9]+", _ascii(words)) if w]
    if not each:
        return ""
    first = each[0].lower() if each[0].isupper() else each[0][0].lower() + each[0][1:]
    return first + "".join(w[0].upper() + w[1:] for w in each[1:])
