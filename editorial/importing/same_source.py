"""Which printed citations, and which entries of the library, are the same document.

Notes word one document in differing forms: a title with other punctuation, an organisation by its letters, a meeting by
a shorter name, a date left out. Two are taken for one where a symbol, an address, the printed words, or title, author
and date say so; what was said in a meeting is known by who said or noted it, when, and the beginning of the rest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from editorial.rules.same_document import plain_address, plain_words

from .printed_source import LOCAL_KINDS, PrintedSource, first_day

SPOKEN = frozenset(("statement", "ngo_notes"))
TELLING = 4  # words of a title that names a document without its date
LONG_NAME = 3  # words of a name that is also known by its letters

Identity = tuple[str, ...]


class SourceIndex:
    """Finds a printed citation among those added before."""

    def __init__(self) -> None:
        self._known: dict[Identity, int] = {}
        self._rooms: dict[Identity, list[tuple[str, int]]] = {}

    def find(self, facts: PrintedSource) -> int | None:
        """The number under which this document was added, or None."""
        for identity in (*_identities(facts), *_sought(facts)):
            if identity in self._known:
                return self._known[identity]
        said = _said(facts)
        for other, number in self._rooms.get(_room(facts), ()) if said else ():
            if f"{other} ".startswith(f"{said} ") or f"{said} ".startswith(f"{other} "):
                return number
        return None

    def add(self, facts: PrintedSource, number: int) -> None:
        """Remember this document under a number."""
        for identity in (*_identities(facts), *_offered(facts)):
            self._known.setdefault(identity, number)
        if said := _said(facts):
            self._rooms.setdefault(_room(facts), []).append((said, number))


def _identities(facts: PrintedSource) -> Iterator[Identity]:
    if facts.as_printed:
        yield "words", normal(facts.as_printed), *(facts.authors if facts.kind in LOCAL_KINDS else ())
    if facts.un_symbol:
        yield "symbol", facts.un_symbol.upper(), facts.document_date
    if address := plain_address(facts.url):
        yield "address", address
    if facts.kind not in SPOKEN and (date := facts.day):
        for name in _names(facts):
            yield "title", _title(facts), name, date


def _sought(facts: PrintedSource) -> Iterator[Identity]:
    """An entry without a date is that of a dated citation, and the other way round, where the title is telling."""
    for name in _names(facts) if _is_telling(facts) else ():
        yield ("undated" if facts.day else "any date"), _title(facts), name


def _offered(facts: PrintedSource) -> Iterator[Identity]:
    for name in _names(facts) if _is_telling(facts) else ():
        yield "any date", _title(facts), name
        if not facts.day:
            yield "undated", _title(facts), name


def _is_telling(facts: PrintedSource) -> bool:
    return facts.kind not in SPOKEN | LOCAL_KINDS and len(facts.title.split()) >= TELLING


def _title(facts: PrintedSource) -> str:
    """The words of a title, in any order."""
    return " ".join(sorted(plain_words(facts.title).split()))


def _names(facts: PrintedSource) -> Iterator[str]:
    """Who a document is by: its first author and its publisher, in full and by their letters."""
    if not facts.title:
        return
    for name in dict.fromkeys((*facts.authors[:1], facts.publisher)):
        if name:
            words = plain_words(name)
            yield words
            if len(words.split()) >= LONG_NAME:
                yield "".join(word[0] for word in words.split())


def _room(facts: PrintedSource) -> Identity:
    """What was said in a meeting: by whom it was noted, and when."""
    first = first_day(facts.event_date)
    return facts.kind, *map(plain_words, facts.authors), first.iso if first else facts.document_date


def _said(facts: PrintedSource) -> str:
    """Who spoke and where: the meeting may be named shorter the second time, and those spoken for need not be named.

    "" for what is no record of a meeting, or does not say of which meeting and when.
    """
    if facts.kind not in SPOKEN or not facts.meeting_session or not (facts.event_date or facts.document_date):
        return ""
    who = "" if facts.title == facts.meeting_session else facts.title.split(" on behalf of ")[0]
    return plain_words(f"{who} {facts.meeting_session}")


_LAST_STOP = re.compile(r"\.([\"']*)$")
_ALIKE = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-"})


def normal(words: str) -> str:
    """Words for comparing: without differences of case, width, spaces, quotation marks, dashes and a final stop."""
    flat = " ".join(unicodedata.normalize("NFKC", words).casefold().translate(_ALIKE).split())
    return _LAST_STOP.sub(r"\1", flat)
