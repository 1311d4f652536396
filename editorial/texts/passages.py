"""Passages of a text: named by their words, and found again in a text that has changed.

A passage is kept as the text is read, without mark-up, each mark of a note and each citation as one placeholder. It is
found again by its words (the idea of the W3C's text quote selector), and by what stands round it where they stand more
than once. Where that does not suffice the answer is that it is not found, never the place that looks most like it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from markdown_it.token import Token

from editorial.texts.dialect import normalised
from editorial.texts.document import MARKS, Document

ATOM = "\ufffc"
ROUND = 32  # characters kept before and after the words
LONGEST_QUOTE = 2000  # characters

_ENOUGH = 0.5  # of a score from 0 to 1: what has to speak for a place
_APART = 0.08  # by how much the best of several places has to be better than the next
_SPEAKS_FOR_ITSELF = 60  # characters: words as long as that hardly stand twice


class NotThere(LookupError):
    """Words that stand nowhere in the text, or in several places of it. Says which, and what to do."""


@dataclass(frozen=True)
class Passage:
    """Words of a text and where they stood. All but ``digest`` is of the text as it is read.

    digest    SHA-256 of the text as it was written
    quote     the words, at most LONGEST_QUOTE characters
    before    what stood before them, at most ROUND characters of it; ``after`` likewise
    position  of the first character, from 0
    heading   the heading they stood under, "" before the first
    note      the key of the note they stood in, "" in the body
    """

    digest: str
    quote: str
    before: str
    after: str
    position: int
    heading: str = ""
    note: str = ""


@dataclass(frozen=True)
class FoundPlace:
    """Where a passage stands in a text by now. ``occurrence`` counts the places with the same words, from 0."""

    start: int
    end: int
    heading: str
    note: str
    occurrence: int


@dataclass(frozen=True)
class _Line:
    start: int
    heading: str
    note: str


@dataclass(frozen=True)
class _Squeezed:
    """Some characters of a text, and where in the text each stood."""

    letters: str
    places: list[int]


class ReadText:
    """A text as it is read: one line a paragraph, heading, item or cell; the notes after the body, by number."""

    def __init__(self, text: str) -> None:
        document = Document(text)
        self.digest = digest_of(text)
        self._lines: list[_Line] = []
        lines: list[str] = []
        at = 0
        for heading, note, line in _lines(document):
            self._lines.append(_Line(at, heading, note))
            lines.append(line)
            at += len(line) + 1
        self.words = "\n".join(lines)
        self._bare = _squeezed(self.words, _is_no_space)
        self._starts = [line.start for line in self._lines]

    def passage(self, quote: str, *, before: str = "", note: str = "") -> Passage:
        """The passage with these words, which may be given as they are written, as they are read, or as typed by hand.

        ``before`` are words that stand right before it, ``note`` is the key of the note it stands in: they tell
        places with the same words apart. Raises NotThere where there is no such place, or more than one.
        """
        wanted, ahead = as_read(quote), as_read(before)
        letters = _squeezed(self.words, str.isalnum)
        found = list(
            _occurrences(letters, _squeezed(wanted, str.isalnum).letters.casefold(), self.words, fold=True)
        )
        if note:
            found = [(start, end) for start, end in found if self._line_of(start).note == note]
        if not found:
            raise NotThere(
                "These words do not stand in the stored text. "
                "Quote them as they are stored, without citations, or save the text first."
            )
        if len(found) > 1 and ahead.strip():
            lead = _squeezed(ahead, str.isalnum).letters.casefold()
            kept = [
                span
                for span in found
                if _squeezed(self.words[: span[0]], str.isalnum).letters.casefold().endswith(lead)
            ]
            found = kept or found
        if len(found) > 1:
            raise NotThere(f"These words stand {len(found)} times in the text. Quote some more of them.")
        start, end = found[0]
        if end - start > LONGEST_QUOTE:
            raise NotThere(f"A passage has at most {LONGEST_QUOTE} characters. Quote its first words.")
        line = self._line_of(start)
        return Passage(
            digest=self.digest,
            quote=self.words[start:end],
            before=self.words[max(0, start - ROUND) : start],
            after=self.words[end : end + ROUND],
            position=start,
            heading=line.heading,
            note=line.note,
        )

    def find(self, passage: Passage) -> FoundPlace | None:
        """Where the passage stands by now; None where its words have changed, or too little tells its place."""
        spans = list(_occurrences(self._bare, _squeezed(passage.quote, _is_no_space).letters, self.words))
        if not spans:
            return None
        if self.digest == passage.digest:
            at = min(range(len(spans)), key=lambda n: abs(spans[n][0] - passage.position))
            return self._place(spans[at], at)
        scored = sorted(((self._score(passage, span), -n) for n, span in enumerate(spans)), reverse=True)
        best, at = scored[0][0], -scored[0][1]
        alone = min(1.0, len(passage.quote) / _SPEAKS_FOR_ITSELF) / 2 if len(spans) == 1 else 0.0
        if best + alone < _ENOUGH or (len(scored) > 1 and best - scored[1][0] < _APART):
            return None
        return self._place(spans[at], at)

    def _place(self, span: tuple[int, int], occurrence: int) -> FoundPlace:
        line = self._line_of(span[0])
        return FoundPlace(*span, line.heading, line.note, occurrence)

    def _line_of(self, at: int) -> _Line:
        return self._lines[bisect_right(self._starts, at) - 1]

    def _score(self, passage: Passage, span: tuple[int, int]) -> float:
        """From 0 to 1: what stands round it counts most, then its heading or note, then how near it is."""
        start, end = span
        before = _alike(passage.before[::-1], self.words[max(0, start - ROUND) : start][::-1])
        after = _alike(passage.after, self.words[end : end + ROUND])
        line = self._line_of(start)
        same = (line.heading, line.note) == (passage.heading, passage.note)
        near = 1 - abs(start - passage.position) / max(len(self.words), passage.position, 1)
        return 0.35 * before + 0.35 * after + 0.15 * same + 0.15 * near


def digest_of(text: str) -> str:
    """SHA-256 of a text as it is written, whatever its ends of lines."""
    return sha256(normalised(text).encode(errors="replace")).hexdigest()


def as_read(written: str) -> str:
    """Some words of a text as they are read, one line after another."""
    return "\n".join(line for _, _, line in _lines(Document(written))) or written


def without_atoms(words: str) -> str:
    """Words as one quotes them: marks and citations left out, line ends as spaces."""
    return " ".join(words.replace(ATOM, "").split())


def _lines(document: Document) -> Iterator[tuple[str, str, str]]:
    """Heading, key of the note, words of each line."""
    heading = ""
    for part in document.parts:
        for token in part.tokens:
            if token.type == "heading_open" and token.meta:
                heading = token.meta["title"]
            yield from ((heading, "", line) for line in _line(token))
    for note in [*document.notes, *document.unused]:
        for token in note.tokens:
            yield from (("", note.label, line) for line in _line(token))


def _line(token: Token) -> Iterator[str]:
    if token.type in ("fence", "code_block"):
        line = token.content
    elif token.type == "inline":
        words = []
        for child in token.children or ():
            if child.type in MARKS:
                words.append(ATOM)
            elif child.type in ("softbreak", "hardbreak"):
                words.append(" ")
            elif child.type in ("text", "text_special", "code_inline"):
                words.append(child.content)
        line = "".join(words)
    else:
        return
    if line := " ".join(line.split()):
        yield line


def _is_no_space(letter: str) -> bool:
    return letter != ATOM and not letter.isspace()


def _squeezed(words: str, kept: Callable[[str], bool]) -> _Squeezed:
    places = [at for at, letter in enumerate(words) if kept(letter)]
    return _Squeezed("".join(words[at] for at in places), places)


def _occurrences(among: _Squeezed, wanted: str, words: str, *, fold: bool = False) -> Iterator[tuple[int, int]]:
    """Start and end in the text of each place where the letters stand as whole words."""
    letters = among.letters
    if fold and len(folded := letters.casefold()) == len(letters):  # some letters become two: then as they are
        letters = folded
    at = letters.find(wanted) if wanted else -1
    while at >= 0:
        start, end = among.places[at], among.places[at + len(wanted) - 1] + 1
        if not _cuts_word(words, start) and not _cuts_word(words, end):
            yield start, end
        at = letters.find(wanted, at + 1)


def _cuts_word(words: str, at: int) -> bool:
    return 0 < at < len(words) and words[at - 1].isalnum() and words[at].isalnum()


def _alike(was: str, now: str) -> float:
    """How much of what stood next to the words still does, from 0 to 1, the nearest counting most."""
    if not was or not now:
        return float(was == now)
    same = next((n for n, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    ratio = SequenceMatcher(None, was, now, autojunk=False).ratio()
    return max(same / len(was), 0.9 * ratio)
