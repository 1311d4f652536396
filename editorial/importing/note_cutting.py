"""Cuts the words of a note into citations, and a citation into its parts, outside quotation marks and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .citation_words import either

_SIGNS = re.compile(r"[“”\"();,.?!]")
_ABBREVIATED = re.compile(rf"(?:^|[\s(“])(?:[A-Z]|[A-Z]\.[A-Z]|{either('abbreviation')})$")


class _Unbalanced(Exception):
    """A quotation mark or bracket without its other half: no cut is certain."""


@dataclass(frozen=True)
class Span:
    """A piece of a note's text between boundaries."""

    start: int
    end: int
    sentence: bool  # ends with a full stop (or the text), not with a semicolon


def spans(text: str) -> Iterator[Span]:
    """The text cut at semicolons and sentence ends; nothing of a paragraph whose quotation marks or brackets are
    not balanced."""
    at = 0
    for paragraph in text.split("\n\n"):
        try:
            found = list(_spans_of(paragraph, at))
        except _Unbalanced:
            found = []
        yield from found
        at += len(paragraph) + 2


def _spans_of(text: str, offset: int) -> Iterator[Span]:
    start = 0
    for sign, at in _signs_outside(text):
        after = text[at + 1 : at + 3]
        if sign == ";" and (not after or after[0].isspace()):
            yield Span(offset + start, offset + at, sentence=False)
        elif sign in ".?!" and _begins_anew(after) and not _ABBREVIATED.search(text, max(0, at - 8), at):
            yield Span(offset + start, offset + at, sentence=True)
        elif sign == "”" and text[at - 1] in ".?!" and _begins_anew(after):
            yield Span(offset + start, offset + at + 1, sentence=True)
        else:
            continue
        start = at + 1
        while start < len(text) and text[start].isspace():
            start += 1
    if start < len(text):
        yield Span(offset + start, offset + len(text.rstrip()), sentence=True)


def parts(words: str) -> list[str]:
    """A citation cut at its commas; an American comma before a closing quotation mark counts as one after it.

    "Notes by X" after a full stop is a part of its own. Nothing where the quotation marks are not balanced.
    """
    found: list[str] = []
    start = 0
    try:
        for sign, at in _signs_outside(words):
            after = words[at + 1 : at + 2]
            if sign == "," and (not after or after == " "):
                found.append(words[start:at])
            elif sign == "”" and words[at - 1] == "," and after == " ":
                found.append(words[start : at + 1])
            elif sign == "." and words.startswith(" Notes by ", at + 1):
                found.append(words[start:at])
            else:
                continue
            start = at + 1
    except _Unbalanced:
        return []
    return [part.strip() for part in (*found, words[start:])]


def _signs_outside(text: str) -> Iterator[tuple[str, int]]:
    """Every sign outside quotation marks and brackets with its place; a closing quotation mark of either sort as ”."""
    quotes = brackets = 0
    straight = False
    for m in _SIGNS.finditer(text):
        sign = m[0]
        if sign in "“”":
            quotes += 1 if sign == "“" else -1
        elif sign == '"':
            straight = not straight
        elif not quotes and not straight and sign in "()":
            brackets += 1 if sign == "(" else -1
        if quotes < 0 or brackets < 0:
            raise _Unbalanced
        if not quotes and not brackets and not straight:
            yield "”" if sign == '"' else sign, m.start()
    if quotes or brackets or straight:
        raise _Unbalanced


def _begins_anew(after: str) -> bool:
    """Whether what follows a full stop can begin a sentence: nothing, or a space and a capital, digit or quote."""
    return not after.strip() or (after[0].isspace() and (after[1:].isupper() or after[1:] in '“"(‘'))
