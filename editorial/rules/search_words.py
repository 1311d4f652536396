"""What somebody typed into a search box, as words and phrases. Any input is read; nothing in it is an operator."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MOST_CHARACTERS = 1_000
"""Longer input is cut: nobody types more, and a pasted page is no question."""
MOST_WORDS = 24

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|(\S+)')

_COMMON = """
    a about after all also an and any are as at be been before by can could did do does for from had has have he her
    his how i in into is it its me more most my no nor not of on or our over say said says she should so some such
    tell than that the their them then there these they this to under up us was we were what when where which while
    who whom whose why will with would you your
    al como con cual de del dijo el ella en es esta este la las lo los o para pero por que se sobre su sus un una y
    au aux avec ce ces dans des dit du elle et il ils le les mais ne nous ou par pas pour quel quelle qui sur une vous
"""
COMMON = frozenset(_COMMON.split())
"""Words of English, Spanish and French that stand in nearly every text; they are left out of a question."""


@dataclass(frozen=True)
class SearchWords:
    """The question, word by word. Each phrase is one or several words that stand next to each other.

    ``CB-470`` is the phrase "cb 470"; ``"joint statement"`` in quotation marks is one phrase as well.
    """

    phrases: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def __str__(self) -> str:
        return " ".join(f'"{" ".join(phrase)}"' if len(phrase) > 1 else phrase[0] for phrase in self.phrases)


def search_words(typed: str) -> SearchWords:
    """Read what was typed: accents and case are left to the index, marks such as ``*`` and ``:`` fall away.

    Common words are dropped unless they stand in a quoted phrase. At most MOST_WORDS words are kept.
    """
    text = unicodedata.normalize("NFC", typed[:MOST_CHARACTERS].replace("\x00", " "))
    text = text.encode("utf-8", "ignore").decode("utf-8")
    phrases: list[tuple[str, ...]] = []
    left = MOST_WORDS
    for piece in _PIECE.finditer(text):
        quoted = piece[1] is not None
        words = tuple(_WORD.findall(piece[0]))[:left]
        if not words or (not quoted and len(words) == 1 and words[0].lower() in COMMON):
            continue
        if words not in phrases:
            phrases.append(words)
            left -= len(words)
        if left <= 0:
            break
    return SearchWords(tuple(phrases))


_JOINED = re.compile(r"(?<=[^\W_])([^\w\s])(?=[^\W_])")
_PRIVATE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ue000\ue001]")

BREAK = "\x1f"
"""Stands behind a mark inside a word, so that both databases read CCM/CW/SR/2 or CB-470 as separate words."""
START, STOP = "\ue000", "\ue001"
"""Private-use characters round a match, because the databases do not escape what they mark."""


def indexable(text: str) -> str:
    """A text as the index keeps it: no control or mark characters, and a break after each mark inside a word."""
    clean = _PRIVATE.sub(" ", unicodedata.normalize("NFC", text))
    return _JOINED.sub(rf"\1{BREAK}", clean)


def readable(text: str) -> str:
    """An indexed text as it was, for the page."""
    return text.replace(BREAK, "")
