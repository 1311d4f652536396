"""The words of a text as search compares them, whatever the language, the spelling and the program they came from.

Both databases are given these words and nothing else, so that a question has one answer on either. A word is lower-case,
without marks and invisible characters, an English word is its stem, and it is written in the letters a to z and digits:
what another script has is spelled by its code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .english_stems import stem
from .folding import folded

LONGEST_WORD = 60
"""Characters of a word that are compared: no language needs more, and databases refuse words of thousands."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f\uac00-\ud7a3"  # Japanese syllables, Korean
    "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"  # Chinese characters
)
"""Scripts that write no spaces between words, or glue particles to them: each character is a word of its own."""


def _ranges() -> tuple[str, str]:
    """The characters that nobody sees, and the marks on letters, as the insides of two character classes."""
    runs: dict[str, list[list[int]]] = {"C": [], "M": []}
    for code in range(0x10000):
        category = unicodedata.category(chr(code))
        if category == "Cf" or category[0] == "M":
            found = runs[category[0]]
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    unseen, marks = (
        "".join(re.escape(chr(first)) + "-" + re.escape(chr(last)) for first, last in found)
        for found in runs.values()
    )
    return unseen, marks


_GROUPED = r"(?P<mark>[,.'’ \u00a0\u202f\u2009\u2007\u066c])\d{3}(?:(?P=mark)\d{3})*"
_NUMBER = rf"(?<!\d)(?<!\d[.,])(?!0)\d{{1,3}}{_GROUPED}(?!\d)"
_LETTER = rf"(?:(?![{UNSPACED}])[^\W\d_])"
_POSSESSIVE = r"(?:['’]s(?![^\W_]))?"
_LONGEST_COMPOUND = 4
_JOINTS = "'’ʼ-\u2010\u2011"

# Most of a text: runs of letters a to z between marks that join nothing. They are words as they stand, which is told ten
# times as quickly as by all that a word can be. Anything else is read with what follows it, which it may join.
_ENGLISH = re.compile(r"[A-Za-z]+")
_ALONE = r'A-Za-z.,;:!?()\[\]"/&'
_JOINING = re.compile(rf"(?<!\S)(?:[{_ALONE}]*+[^\s{_ALONE}]\S*+\s*+)++\S*+")


class _Forms(NamedTuple):
    word: re.Pattern[str]
    joint: re.Pattern[str]
    hidden: re.Pattern[str]


@cache
def _forms() -> _Forms:
    """How words look. Made when the first text is read: going through Unicode takes longer than most commands."""
    unseen, marks = _ranges()
    # soft hyphens, zero-width spaces and joiners, direction marks: hints for setting type, no letters
    unseen += "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    alone = rf"[{UNSPACED}][{marks}{unseen}]*"
    letters = rf"{_LETTER}(?:{_LETTER}|[{marks}{unseen}]|(?<=\u00ad)\s)*"
    return _Forms(
        # In this order: 8,445 and 8 445, one character of a script without spaces, letters with their marks, digits.
        word=re.compile(rf"(?P<number>{_NUMBER})|{alone}|(?P<letters>{letters}{_POSSESSIVE})|\d[\d{unseen}]*"),
        joint=re.compile(rf"['’ʼ]|[-\u2010\u2011][{unseen}]*(?:[ \t]*\n[ \t]*)?"),
        hidden=re.compile(rf"[{unseen}\s]"),
    )


_SPELLED = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ə": "a",
        "ى": "ي",  # Arabic letters that are written for one another
        "ة": "ه",
        "ک": "ك",
        "ی": "ي",
        "ـ": None,
    }
)
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_POSSESSED = re.compile(r"['’]s$", re.IGNORECASE)


class Word(NamedTuple):
    """One word with its place in the text. ``plain`` is the word before its stem was taken."""

    word: str
    plain: str
    start: int
    end: int
    is_letters: bool = False


def words_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words in their order. BL-755, BL755 and bl 755 are "bl", "755"; 8,445 and 8 445 are "8445"; Peru’s is "peru".

    Of a part of the text, the first and last words may be others than in the whole.
    """
    end = len(text) if end is None else end
    for part in _JOINING.finditer(text, start, end):
        yield from _english_in(text, start, part.start())
        start = part.end()
        yield from any_words_in(text, part.start(), start)
    yield from _english_in(text, start, end)


def _english_in(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(_english(written := match[0]), _folded(written), *match.span(), True)
        for match in _ENGLISH.finditer(text, start, end)
    ]


def any_words_in(text: str, start: int, end: int) -> Iterator[Word]:
    """The same words, read without haste."""
    for match in _forms().word.finditer(text, start, end):
        written = match.group()
        plain = _folded(written)
        if plain:
            own_end = match.end() - (2 if written.endswith(_POSSESSIVES) else 0)
            yield Word(indexed(plain), plain, match.start(), own_end, match.lastgroup == "letters")


def other_words_in(text: str, words: list[Word]) -> Iterator[Word]:
    """Further words for the same places: "antipersonnel" for anti-personnel (also where a line ends at the hyphen),
    "divoire" for d’Ivoire, and "3", "100" where "Article 3 100 states" was read as 3,100."""
    for at, first in enumerate(words):
        if first.is_letters:
            joined = first.plain
            if text[first.end : first.end + 1] not in _JOINTS:
                continue
            for last in range(at + 1, min(at + _LONGEST_COMPOUND, len(words))):
                after = words[last]
                if not after.is_letters or not _forms().joint.fullmatch(text, words[last - 1].end, after.start):
                    break
                joined += after.plain
                yield Word(indexed(joined), joined, first.start, after.end)
        elif " " in text[first.start : first.end]:
            for part in re.finditer(r"\d+", text[first.start : first.end]):
                plain = _folded(part.group())
                yield Word(indexed(plain), plain, first.start + part.start(), first.start + part.end())


def index_text(text: str) -> str:
    """The words of a text for the index, separated by spaces: in their order, then the further ones."""
    found: list[str] = []
    further: dict[str, None] = {}
    at = 0
    for part in _JOINING.finditer(text):
        found += map(_english, _ENGLISH.findall(text, at, part.start()))
        at = part.end()
        words = list(any_words_in(text, part.start(), at))
        found += (word.word for word in words)
        further.update((word.word, None) for word in other_words_in(text, words))
    found += map(_english, _ENGLISH.findall(text, at))
    return " ".join([*found, *further])


def visible(text: str) -> str:
    """A text without what nobody can see: soft hyphens, zero-width spaces, direction marks, control characters."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


@lru_cache(maxsize=100_000)
def _english(written: str) -> str:
    return indexed(_folded(written))


@lru_cache(maxsize=100_000)
def _folded(written: str) -> str:
    """Lower-case, without marks and invisible characters."""
    if written.isascii() and written.isalpha():
        return written.lower()[:LONGEST_WORD]
    shown = _forms().hidden.sub("", written)
    flat = folded(_POSSESSED.sub("", shown)).translate(_SPELLED)
    letters = "".join(_digit(c) for c in flat if c.isalnum())
    return letters[:LONGEST_WORD]


def _digit(character: str) -> str:
    """Digits of every script as 0 to 9."""
    return character if character.isascii() else str(unicodedata.decimal(character, character))


@lru_cache(maxsize=100_000)
def indexed(plain: str) -> str:
    """A word as the index has it: the stem of an English word, other scripts spelled in ASCII."""
    if plain.isascii():
        short = stem(plain)
        # Porter leaves "us" of use, used and using; that is another word, and a state.
        return short if len(short) > 2 or short == plain else f"{short}e"
    return "".join(c if c.isascii() else _spelled(c) for c in plain)


def _spelled(character: str) -> str:
    """A character of another script by its code point, in letters: a database may not know it for a letter."""
    digits = "abcdefghijklmnop"
    code = ord(character)
    return "zq" + "".join(digits[(code >> shift) & 15] for shift in (16, 12, 8, 4, 0))
