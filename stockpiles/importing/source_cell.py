"""A source cell of a table: often several documents, each with what it is cited for and a remark."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One document that a cell names.

    label   what it is cited for ("completion day", "none retained"); "" for the whole row
    words   the document as the cell gives it, with its address
    remark  what the cell adds in brackets after the address
    """

    label: str
    words: str
    remark: str = ""


_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_LABEL = re.compile(rf"(?P<label>[a-z0-9](?:[a-z0-9 ,()–-]|{_MONTH})*): (?P<rest>\S.*)", re.DOTALL)
_ADDRESS_AND_REMARK = re.compile(r"(?P<words>.*https?://[^\s]+?)[,;]?\s+\((?P<remark>.+)\)", re.DOTALL)


def parts_of(cell: str) -> list[Part]:
    """The documents of a cell in order. They are separated by semicolons outside brackets.

    >>> parts_of("Monitor (2021): https://a.example/p (rounded); completion day: https://b.example/")
    [Part(label='', words='Monitor (2021): https://a.example/p', remark='rounded'),
     Part(label='completion day', words='https://b.example/', remark='')]
    """
    parts = []
    for segment in _segments(" ".join(cell.split())):
        label = ""
        if found := _LABEL.fullmatch(segment):
            label, segment = found["label"], found["rest"]
        remark = ""
        if found := _ADDRESS_AND_REMARK.fullmatch(segment):
            segment, remark = found["words"], found["remark"]
        parts.append(Part(label, segment, remark))
    return parts


def _segments(text: str) -> list[str]:
    """The text cut at semicolons that stand outside brackets."""
    found, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth = max(depth - 1, 0)
        elif letter == ";" and depth == 0:
            found.append(text[start:place].strip())
            start = place + 1
    found.append(text[start:].strip())
    return [segment for segment in found if segment]


def parts_about(parts: list[Part], words: tuple[str, ...], others: tuple[str, ...]) -> list[Part]:
    """Those cited for a fact: the parts whose label has one of its words, or else those that are cited for no fact.

    ``others`` are the words of the other facts of the row. If every part is cited for another fact, all are given.
    """
    own = [part for part in parts if any(word in part.label for word in words)]
    general = [part for part in parts if not any(word in part.label for word in (*words, *others))]
    return own or general or parts
