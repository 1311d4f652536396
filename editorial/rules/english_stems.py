"""The stem of an English word, by the rules that M. F. Porter published in 1980.

"Destroyed" and "destroying" have one stem, "munitions" and "munition" another. Both databases are given stems, so that
a question has the same answer on either.
"""

from __future__ import annotations

import re

_VOWEL = "(?:[aeiou]|(?<=[^aeiou])y)"
_CONSONANT = "(?:[^aeiouy]|(?<=[aeiou])y|^y)"
_MEASURE = re.compile(f"{_VOWEL}+{_CONSONANT}+")
_HAS_VOWEL = re.compile(_VOWEL)
_DOUBLE = re.compile(r"([^aeiouylsz])\1$")
_SHORT = re.compile(f"{_CONSONANT}{_VOWEL}(?![wxy]){_CONSONANT}$")

_STEP_2 = (
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("logi", "log"),
)
_STEP_3 = (
    ("icate", "ic"),
    ("ative", ""),
    ("alize", "al"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
)
_STEP_4: tuple[str, ...] = (
    "al",
    "ance",
    "ence",
    "er",
    "ic",
    "able",
    "ible",
    "ant",
    "ement",
    "ment",
    "ent",
    "sion",
    "tion",
)
_STEP_4 += ("ou", "ism", "ate", "iti", "ous", "ive", "ize")


def stem(word: str) -> str:
    """The stem of a word of lower-case letters a to z; other words are returned as they are."""
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return word
    return _ending(_suffixes(_final_y(_past(_plural(word)))))


def _measure(rest: str) -> int:
    """How often vowels are followed by consonants: "tr" 0, "trouble" 1, "troubles" 2."""
    return len(_MEASURE.findall(rest))


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        rest = word.removesuffix(suffix)
        if rest != word:
            return _mended(rest) if _HAS_VOWEL.search(rest) else word
    return word


def _mended(rest: str) -> str:
    """What an "ed" or "ing" has left: conflat(ed) → conflate, hopp(ing) → hop, fil(ing) → file."""
    if rest.endswith(("at", "bl", "iz")):
        return rest + "e"
    if _DOUBLE.search(rest):
        return rest[:-1]
    return rest + "e" if _measure(rest) == 1 and _SHORT.search(rest) else rest


def _final_y(word: str) -> str:
    return f"{word[:-1]}i" if word.endswith("y") and _HAS_VOWEL.search(word[:-1]) else word


def _suffixes(word: str) -> str:
    for step in (_STEP_2, _STEP_3):
        found = max((pair for pair in step if word.endswith(pair[0])), key=lambda pair: len(pair[0]), default=None)
        if found and _measure(word.removesuffix(found[0])) > 0:
            word = word.removesuffix(found[0]) + found[1]
    suffix = max((one for one in _STEP_4 if word.endswith(one)), key=len, default="")
    rest = word[: len(word) - len(suffix)] + (suffix[0] if suffix in ("sion", "tion") else "")
    return rest if suffix and _measure(rest) > 1 else word


def _ending(word: str) -> str:
    if word.endswith("e"):
        rest = word[:-1]
        measure = _measure(rest)
        if measure > 1 or (measure == 1 and not _SHORT.search(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
