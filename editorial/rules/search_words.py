"""What somebody typed into a search box, as words and phrases. Any input is read; nothing in it is an operator."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .word_forms import Word, indexed, other_words_in, visible, words_in

MOST_CHARACTERS = 1_000
"""Longer input is cut: nobody types more, and a pasted page is no question."""
MOST_WORDS = 24

_SPACE = "[ \u00a0\u202f\u2009\u2007]"
# What stands in quotation marks, a figure such as 8 445, or what stands between spaces.
_PIECE = re.compile(rf'["“”„«»]([^"“”„«»]*)["“”„«»]|(?<!\S)\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\S)|\S+')

_COMMON = """
    a about after all also an and any are as at be been before by can could did do does for from had has have he her
    his how i in into is it its many me more most much my no nor not of on or our over say said says she should so some such
    tell than that the their them then there these they this to under up us was we were what when where which while
    who whom whose why will with would you your
    al como con cual de del dijo el ella en es esta este la las lo los o para pero por que se sobre su sus un una y
    au aux avec ce ces dans des dit du elle et il ils le les mais ne nous ou par pas pour quel quelle qui sur une vous
"""
COMMON = frozenset(_COMMON.split())
"""Words of English, Spanish and French that stand in nearly every text; they are left out of a question."""


Phrase = tuple[str, ...]
"""Words as the index has them, next to each other."""
Spellings = Mapping[Phrase, Iterable[Phrase]]
"""For a name in plain words, every name of the same thing as the index has it."""


@dataclass(frozen=True)
class SearchWords:
    """The question. Each of its ``groups`` must be there, in one of its spellings: CB-470 is "cb" before "470";
    anti-personnel is "anti" before "personnel", or "antipersonnel"; Ivory Coast is also Côte d’Ivoire.

    ``beginning`` is the last phrase with its last word as it was typed, which may be the beginning of a word.
    """

    groups: tuple[tuple[Phrase, ...], ...] = ()
    beginning: Phrase = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return bool(self.groups)


def search_words(typed: str, spellings: Spellings | None = None) -> SearchWords:
    """Read what was typed: marks such as ``*`` and ``:`` fall away, a name stands for every name of the same thing.

    Common words are dropped unless they stand in a quoted phrase or in a name. At most MOST_WORDS words are kept.
    """
    text = unicodedata.normalize("NFC", typed[:MOST_CHARACTERS].replace("\x00", " "))
    text = text.encode("utf-8", "ignore").decode("utf-8")
    pieces = [piece for match in _PIECE.finditer(text) if (piece := _Piece.of(match)).words]
    groups: list[tuple[Phrase, ...]] = []
    beginning: Phrase = ()
    left, at = MOST_WORDS, 0
    while at < len(pieces) and left > 0:
        length, group = _named(pieces[at:], spellings or {})
        words = [word for piece in pieces[at : at + length] for word in piece.words][:left]
        is_common, first = not group and pieces[at].is_common, pieces[at]
        at += length
        if is_common:
            continue
        group = group or first.phrases(left)
        if group not in groups:
            groups.append(group)
            left -= len(words)
        last = words[-1].plain
        beginning = (*(word.word for word in words[:-1]), last if last.isascii() else words[-1].word)
    return SearchWords(tuple(groups), beginning)


@dataclass(frozen=True)
class _Piece:
    """What stands in quotation marks, or between spaces."""

    text: str
    words: list[Word]
    is_quoted: bool

    @classmethod
    def of(cls, match: re.Match[str]) -> _Piece:
        text = match[0] if match[1] is None else match[1]
        return cls(text, list(words_in(text)), match[1] is not None)

    @property
    def is_common(self) -> bool:
        return not self.is_quoted and len(self.words) == 1 and self.words[0].plain in COMMON

    def phrases(self, most: int) -> tuple[Phrase, ...]:
        """Its words as they stand, and with compounds and spaced numbers in their other spelling."""
        plain = tuple(word.word for word in self.words)[:most]
        other = tuple(word.word for word in _respelled(self.text, self.words))[:most]
        return tuple(dict.fromkeys((plain, other)))


def _respelled(text: str, words: list[Word]) -> Iterator[Word]:
    """The words with compounds in one and spaced numbers in their parts."""
    further = list(other_words_in(text, words))
    reached = 0
    for word in words:
        if word.start < reached:
            continue
        longer = [other for other in further if other.start == word.start and other.end > word.end]
        parts = [other for other in further if other.start >= word.start and other.end <= word.end]
        chosen = [max(longer, key=lambda other: other.end)] if longer else parts or [word]
        reached = chosen[-1].end
        yield from chosen


_LONGEST_NAME = 10
_SHORTEST_NAME = 4
"""A shorter name is meant only in capitals: US is a state, us is not."""


def _named(pieces: list[_Piece], spellings: Spellings) -> tuple[int, tuple[Phrase, ...]]:
    """How many of the next pieces are a name, and every spelling of it. The longest name wins."""
    for length in range(min(_LONGEST_NAME, len(pieces)), 0, -1):
        taken = pieces[:length]
        if length > 1 and any(piece.is_quoted for piece in taken):
            continue
        name = tuple(word.plain for piece in taken for word in piece.words)
        key, typed = _name_key(name), "".join(piece.text for piece in taken)
        if key in spellings and (len(typed) >= _SHORTEST_NAME or typed.isupper()):
            own = tuple(indexed(word) for word in name)
            return length, tuple(dict.fromkeys((*([own] if _tells(name) else []), *spellings[key])))
    return 1, ()


def spellings_of(named: Iterable[Iterable[str]]) -> dict[Phrase, tuple[Phrase, ...]]:
    """For each name of each thing, all its names. A name that holds another one whole adds nothing to it."""
    found: dict[Phrase, dict[Phrase, None]] = {}
    for names in named:
        keys = dict.fromkeys(way for name in names for way in _ways(name) if way)
        kept: list[Phrase] = []
        for phrase in sorted((tuple(indexed(word) for word in key) for key in keys if _tells(key)), key=len):
            if not any(_holds(phrase, shorter) for shorter in kept):
                kept.append(phrase)
        for key in keys:
            found.setdefault(_name_key(key), {}).update(dict.fromkeys(kept))
    return {key: tuple(phrases) for key, phrases in found.items()}


def _name_key(name: Phrase) -> Phrase:
    """A name as it is looked up: St Kitts & Nevis is Saint Kitts and Nevis. Empty where it ends with an "and"."""
    if not name or name[0] == "and" or name[-1] in ("and", "the"):
        return ()
    return tuple("saint" if word == "st" else word for word in name if word not in ("and", "the"))


def _ways(name: str) -> Iterator[Phrase]:
    """A name word by word, and with its compounds in one: Côte dIvoire."""
    words = list(words_in(name))
    yield tuple(word.plain for word in words)
    yield tuple(word.plain for word in _respelled(name, words))


def _tells(name: Phrase) -> bool:
    """Not a common word: a text that says "us" does not speak of the United States."""
    return not COMMON.issuperset(name)


def _holds(phrase: Phrase, part: Phrase) -> bool:
    return any(phrase[at : at + len(part)] == part for at in range(len(phrase) - len(part) + 1))


_PRIVATE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def indexable(text: str) -> str:
    """A text as the index keeps it to show it: without control characters and what nobody can see."""
    return _PRIVATE.sub(" ", visible(text))
