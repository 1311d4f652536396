"""What a small change is: spelling and typing, by which nobody becomes an author of what a text says.

The rule is the team's own, and narrow on purpose. It cannot know what a sentence means; whatever it lets through is
shown to the person who publishes, word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

MOST_PLACES: Final = 8  # changed words and signs of one save
MOST_LETTERS: Final = 2  # letters by which a word may differ

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\s+|.", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]")
# what a reader is led by: citations, note marks, addresses, figures
_FIXED = re.compile(r"\[\^[^\]\s]*\]:?|\[?@[\w:.-]+[^\]\n]*\]?|\]\([^)]*\)|https?://\S+|\d+(?:[.,]\d+)*")
_SIGNS = frozenset(".,;:!?'\"’‘“”-–—… ")  # the only signs that may come, go or become another
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "re")
_GUARDED = frozenset(
    (
        *(
            "no",
            "not",
            "now",
            "nor",
            "none",
            "never",
            "neither",
            "without",
            "all",
            "any",
            "some",
            "each",
            "every",
            "only",
        ),
        *("few", "many", "both", "half", "more", "less", "most", "least", "and", "or", "but", "if", "unless"),
        *(
            "until",
            "before",
            "after",
            "since",
            "may",
            "might",
            "must",
            "can",
            "could",
            "shall",
            "should",
            "will",
            "would",
        ),
        *("is", "was", "are", "were", "has", "had", "have", "be", "been"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen"),
        *("hundred", "thousand", "million", "billion"),
    )
)


@dataclass(frozen=True)
class WordChange:
    """One place: the words or signs as they were and as they are, "" for none."""

    was: str
    now: str


class NotSmall(ValueError):
    """A change is more than spelling; its words say why."""


def small_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """The places in which two texts differ, if all of them are spelling and typing. Raises NotSmall otherwise.

    No figure, note mark, citation or address differs; the lines are as many; a word stands for a word and differs by at most
    two letters, is no name and none of the words on which a sentence turns (not, may, was, after, ten); of signs only
    punctuation, quotes, hyphens and spaces differ.
    """
    if _FIXED.findall(old) != _FIXED.findall(new):
        raise NotSmall("A figure, a note mark, a citation or an address differs.")
    if old.count("\n") != new.count("\n"):
        raise NotSmall("Lines were added or taken away.")
    found = tuple(_places(old, new))
    if len(found) > MOST_PLACES:
        raise NotSmall(f"{len(found)} places differ; a small change has {MOST_PLACES} at most.")
    return found


def _places(old: str, new: str) -> Iterator[WordChange]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    for edit, *at in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if edit == "equal":
            continue
        was, now = before[at[0] : at[1]], after[at[2] : at[3]]
        words = [[token for token in tokens if _WORD.match(token)] for tokens in (was, now)]
        if len(words[0]) != len(words[1]):
            raise NotSmall(f"Words were added or taken away: {_quoted(was, now)}.")
        for one, other in zip(*words, strict=True):
            _refuse_another_word(one, other)
        signs = {sign for tokens in (was, now) for token in tokens if not _WORD.match(token) for sign in token}
        if not signs <= _SIGNS:
            raise NotSmall(f"A sign differs that is more than punctuation: {_quoted(was, now)}.")
        yield WordChange("".join(was), "".join(now))


def _refuse_another_word(was: str, now: str) -> None:
    if was.casefold() == now.casefold():
        return
    said = f"“{was}” became “{now}”"
    short, long = sorted((was, now), key=len)
    if was != was.lower() or now != now.lower():
        raise NotSmall(f"A word with a capital may be a name: {said}.")
    if was in _GUARDED or now in _GUARDED:
        raise NotSmall(f"A sentence turns on this word: {said}.")
    if any(long == prefix + short for prefix in _PREFIXES):
        raise NotSmall(f"It may say the opposite: {said}.")
    if _distance(was, now) > MOST_LETTERS:
        raise NotSmall(f"More than {MOST_LETTERS} letters differ: {said}.")


def _distance(a: str, b: str) -> int:
    """How many letters have to be put in, taken out or replaced to make one word of the other (Levenshtein)."""
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        above, row = row, [i]
        for j, other in enumerate(b, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (one != other)))
    return row[-1]


def _quoted(was: list[str], now: list[str]) -> str:
    return f"“{''.join(was).strip() or 'nothing'}” became “{''.join(now).strip() or 'nothing'}”"
