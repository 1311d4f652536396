"""Where in a text the words of a question stand: the whole text with marks, or the stretch that shows most of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from .search_words import Phrase, SearchWords
from .word_forms import Word, other_words_in, words_in

SNIPPET_WORDS = 32
BEFORE = 8
"""So many words of a snippet stand before the first match."""

LINES, PAGE = 600, 2_000
"""Characters of a long text that are looked at, from where one of the words may stand."""
LEAD_IN = 100
TOGETHER = 250
"""So many characters apart words stand in one snippet."""
MOST_PLACES, NEXT_PLACES = 200, 20
CUT_OFF = 8
"""So many words at the end of a part may be others, or belong together, once the text goes on."""

Piece = tuple[str, bool]
"""Some text, and whether it is a match."""


@dataclass(frozen=True)
class Match:
    """A stretch of the text, from one word to another, that answers a group of the question."""

    group: int
    first: int
    last: int
    start: int
    end: int


def marked(text: str, words: SearchWords, matched: str) -> list[Piece]:
    """The whole text, cut at its matches."""
    return list(_cut(text, _matches(text, list(words_in(text)), words, matched), 0, len(text)))


def snippet(text: str, words: SearchWords, matched: str) -> list[Piece]:
    """The stretch with the most different matches; the beginning of the text where it has none.

    Of a long text the lines are enough in which most words of the question may stand together; or else the page that
    begins there. To read all of every text that was found would take longer than to find them.
    """
    place, together = _may_stand(text, words)
    start = max(0, text.rfind(" ", 0, max(0, place - LEAD_IN)))
    for length, enough in ((LINES, max(1, together)), (PAGE, 1)):
        begun, end = _part(text, start, length)
        if end - begun < len(text):
            own = list(words_in(text, begun, end))
            found = _matches(text, own, words, matched)
            first, groups = _densest(found)
            cut_off = CUT_OFF if end < len(text) else -SNIPPET_WORDS
            if groups >= enough and len(own) > SNIPPET_WORDS and first + SNIPPET_WORDS + cut_off < len(own):
                return _stretch(text, own, found, first, begun)
    own = list(words_in(text))
    if len(own) <= SNIPPET_WORDS:
        return marked(text, words, matched)
    found = _matches(text, own, words, matched)
    return _stretch(text, own, found, _densest(found)[0])


def _part(text: str, start: int, length: int) -> tuple[int, int]:
    """So many characters from there on, or the last of the text."""
    if start + length < len(text):
        return start, start + length
    return max(0, text.rfind(" ", 0, max(0, len(text) - length))), len(text)


def _may_stand(text: str, words: SearchWords) -> tuple[int, int]:
    """Where most words of the question may stand together for the first time, and how many of them: those that begin like
    one of the question, because a stem is nearly the beginning of its words."""
    lower, asked = text.lower(), [[phrase[0] for phrase in group] for group in words.groups]
    if asked and words.beginning:
        asked[-1].append(words.beginning[0])
    places = sorted(
        (place, group)
        for group, firsts in enumerate(asked)
        for first in dict.fromkeys(one[: max(3, len(one) - 2)] for one in firsts)
        for place in islice(_places(lower, first), MOST_PLACES)
    )
    best, most = 0, 0
    for at, (place, _) in enumerate(places):
        near = set()
        for other, group in places[at : at + NEXT_PLACES]:
            if other > place + TOGETHER:
                break
            near.add(group)
        if len(near) > most:
            best, most = place, len(near)
            if most == len(asked):
                break
    return best, most


def _places(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _stretch(text: str, own: list[Word], found: list[Match], at: int, begun: int = 0) -> list[Piece]:
    """Some words around that one, of those from a place of the text on."""
    first = max(0, at - BEFORE)
    first = min(first, len(own) - SNIPPET_WORDS)
    last = first + SNIPPET_WORDS - 1
    is_from_start = first == begun == 0
    start = 0 if is_from_start else own[first].start
    end = own[last].end if last < len(own) - 1 else len(text)
    pieces = list(_cut(text, found, start, end))
    return [
        *([] if is_from_start else [("… ", False)]),
        *pieces,
        *([(" …", False)] if last < len(own) - 1 else []),
    ]


def _matches(text: str, own: list[Word], words: SearchWords, matched: str) -> list[Match]:
    """In order of the text, none overlapping another."""
    asked = [(n, phrase, False) for n, group in enumerate(words.groups) for phrase in group]
    if matched == "beginning":
        asked.append((len(words.groups) - 1, words.beginning, True))
    beginnings: dict[str, list[tuple[int, Phrase, bool]]] = {}
    loose = []
    for one in asked:
        if one[2] and len(one[1]) == 1:
            loose.append(one)
        else:
            beginnings.setdefault(one[1][0], []).append(one)
    found = [
        Match(group, at, at + len(phrase) - 1, word.start, own[at + len(phrase) - 1].end)
        for at, word in enumerate(own)
        for group, phrase, is_beginning in (*beginnings.get(word.word, ()), *loose)
        if _stands(own, at, phrase, is_beginning)
    ]
    single = {phrase[0]: group for group, phrase, _ in asked if len(phrase) == 1}
    place = {word.start: at for at, word in enumerate(own)}
    found += [
        Match(single[word.word], at, at, word.start, word.end)
        for word in other_words_in(text, own)
        if word.word in single and (at := place.get(word.start)) is not None
    ]
    apart: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if not apart or match.start >= apart[-1].end:
            apart.append(match)
    return apart


def _stands(own: list[Word], at: int, phrase: Phrase, is_beginning: bool) -> bool:
    there = own[at : at + len(phrase)]
    if len(there) < len(phrase) or any(
        word.word != asked for word, asked in zip(there[:-1], phrase[:-1], strict=True)
    ):
        return False
    last = there[-1]
    return last.word.startswith(phrase[-1]) if is_beginning else last.word == phrase[-1]


def _densest(found: list[Match]) -> tuple[int, int]:
    """The word at which the stretch with the most groups begins, the first of several; and how many groups it has."""
    best, most = 0, 0
    for at, match in enumerate(found):
        groups = set()
        for other in found[at:]:
            if other.last >= match.first + SNIPPET_WORDS - BEFORE:
                break
            groups.add(other.group)
        if len(groups) > most:
            best, most = match.first, len(groups)
    return best, most


def _cut(text: str, found: Iterable[Match], start: int, end: int) -> Iterator[Piece]:
    at = start
    for match in found:
        if match.start < start or match.end > end:
            continue
        yield text[at : match.start], False
        yield text[match.start : match.end], True
        at = match.end
    yield text[at:end], False
