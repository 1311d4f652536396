"""A source cell of a table: often several documents, each with the place in it, what it is cited for, and a remark.

Documents that the register knows (editorial/reference/sources.csv) are named by their key, as in the texts:

    @LandmineMonitor-Peru-2009, note 13
    @Monitor-Norway-2022 (3 million submunitions, rounded); completion day: @Monitor-Norway-2012 (16 July 2010)

A semicolon parts two documents. Before a colon stands what a document is cited for, after a comma the place in it,
in brackets at the end what else the row has to say. Any other words name a document as they stand, with its address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol, TypeVar

#: The columns that may stand in place of the cell, or (the last) beside it.
SOURCE_COLUMNS = ("source_title", "source_publisher", "source_url", "source_date", "source_locator")
EMPTY = "Every row names where it comes from."


class BadCell(ValueError):
    """A cell that begins to name a document by its key but cannot be read; the message says why."""


@dataclass(frozen=True)
class CellPart:
    """One document that a cell names.

    label    what it is cited for ("completion day", "none retained"); "" for the whole row
    words    the document as the cell gives it, with its address
    remark   what the cell adds in brackets
    key      its key in the library, where the cell names it by that
    locator  the place in it ("note 13"), only with a key
    """

    label: str
    words: str
    remark: str = ""
    key: str = ""
    locator: str = ""


_KEYED = re.compile(
    r"(?:(?P<label>[^@]*[^@\s]): )?@(?P<key>[A-Za-z0-9][A-Za-z0-9_:.-]*)"
    r"(?:, (?P<locator>[^@]+?))?(?: \((?P<remark>[^@]+)\))?",
    re.DOTALL,
)
_BY_KEY = re.compile(r"(?:^|: )@")
_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_LABEL = re.compile(rf"(?P<label>[a-z0-9](?:[a-z0-9 ,()–-]|{_MONTH})*): (?P<rest>\S.*)", re.DOTALL)
_ADDRESS_AND_REMARK = re.compile(r"(?P<words>.*https?://[^\s]+?)[,;]?\s+\((?P<remark>.+)\)", re.DOTALL)


def parts_of(cell: str) -> list[CellPart]:
    """The documents of a cell in order. They are separated by semicolons outside brackets. Raises BadCell.

    >>> parts_of("Monitor (2021): https://a.example/p (rounded); completion day: https://b.example/")
    [Part(label='', words='Monitor (2021): https://a.example/p', remark='rounded'),
     Part(label='completion day', words='https://b.example/', remark='')]
    """
    parts = []
    for segment in _segments(" ".join(cell.split())):
        if _BY_KEY.search(segment):
            parts.append(_keyed(segment))
            continue
        label = ""
        if found := _LABEL.fullmatch(segment):
            label, segment = found["label"], found["rest"]
        remark = ""
        if found := _ADDRESS_AND_REMARK.fullmatch(segment):
            segment, remark = found["words"], found["remark"]
        parts.append(CellPart(label, segment, remark))
    return parts


def _keyed(segment: str) -> CellPart:
    found = _KEYED.fullmatch(segment)
    if not found:
        raise BadCell(f"“{segment}” cannot be read. Write it as @key, note 13 (a remark).")
    return CellPart(
        found["label"] or "", f"@{found['key']}", found["remark"] or "", found["key"], found["locator"] or ""
    )


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


class _Labelled(Protocol):
    @property
    def label(self) -> str: ...


L = TypeVar("L", bound=_Labelled)


def parts_about(parts: list[L], words: tuple[str, ...], others: tuple[str, ...]) -> list[L]:
    """Those cited for a fact: the parts whose label has one of its words, or else those that are cited for no fact.

    ``others`` are the words of the other facts of the row. If every part is cited for another fact, all are given.
    """
    own = [part for part in parts if any(word in part.label for word in words)]
    general = [part for part in parts if not any(word in part.label for word in (*words, *others))]
    return own or general or parts
