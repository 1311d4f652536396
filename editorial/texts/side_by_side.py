"""A comparison of two texts laid out for reading: inline, in two columns, unchanged stretches folded away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from editorial.texts.compare import DiffBlock, DiffPart, TextComparison, parts_html
from editorial.texts.dialect import NOTE_MARK
from editorial.texts.parsing import parse

WORDS = {"added": "Added", "removed": "Removed", "changed": "Changed"}
Wording = Callable[[str], str]

_CITATION = re.compile(r"\[@(?P<key>[A-Za-z0-9][\w:.-]*)(?:,\s*(?P<locator>[^\]]+))?\]")
_WORDED = re.compile(r"\[(?P<words>[^\[\]]+)\]\(@[^()\[\]]{1,500}\)")
_HEADING = re.compile(r"^#{1,6}\s+", re.MULTILINE)


def as_written(words: str) -> str:
    """For researchers: marks and citations as they stand in the text."""
    return words


def as_read(text: str, lines: Mapping[str, str]) -> Wording:
    """For readers of a text: marks become the numbers of its notes, citations the lines of their sources."""
    numbers = {note.label: note.number for note in parse(text).footnotes}

    def cited(match: re.Match[str]) -> str:
        line = lines.get(match["key"], match["key"])
        return f"{line}, {match['locator']}" if match["locator"] else line

    def worded(words: str) -> str:
        words = NOTE_MARK.sub(lambda m: f"[{numbers.get(m['label']) or m['label']}]", words)
        return _HEADING.sub("", _WORDED.sub(r"\g<words>", _CITATION.sub(cited, words)))

    return worded


@dataclass(frozen=True)
class Stretch:
    """One changed paragraph, or a run of unchanged ones. All HTML is escaped.

    number  of the change on the page, counted from ``first``; 0 for what is unchanged
    inline  the paragraph with its removed and added words in reading order
    old, new  the same as two columns; "" where a side has nothing
    kept    unchanged paragraphs, as they are
    """

    kind: str
    number: int = 0
    word: str = ""
    inline: str = ""
    old: str = ""
    new: str = ""
    kept: tuple[str, ...] = ()


def stretches(
    comparison: TextComparison, first: int = 1, *, old: Wording = as_written, new: Wording = as_written
) -> list[Stretch]:
    """The paragraphs of a comparison in reading order, its changes numbered from ``first``."""
    return list(_stretches(comparison, first, old, new))


def note_lines(
    comparison: TextComparison, *, old: Wording = as_written, new: Wording = as_written
) -> list[tuple[str, str]]:
    """What happened to each note, in words, and its words as HTML."""
    return [
        (change.message[:1].upper() + change.message[1:], parts_html(worded(change.parts, old, new)))
        for change in comparison.notes
    ]


def worded(parts: Iterable[DiffPart], old: Wording, new: Wording) -> tuple[DiffPart, ...]:
    """The same parts in other words: removed ones as the old text is read, all others as the new one."""
    return tuple(DiffPart(part.op, (old if part.op == "removed" else new)(part.text)) for part in parts)


def _stretches(comparison: TextComparison, number: int, old: Wording, new: Wording) -> Iterator[Stretch]:
    for is_equal, blocks in groupby(comparison.blocks, key=lambda block: block.kind == "equal"):
        if is_equal:
            yield Stretch("equal", kept=tuple(new(block.new) for block in blocks))
            continue
        for block in blocks:
            yield _changed(block, number, old, new)
            number += 1


def _changed(block: DiffBlock, number: int, old: Wording, new: Wording) -> Stretch:
    parts: Iterable[DiffPart] = block.parts
    if block.kind != "changed":
        parts = (DiffPart("removed" if block.kind == "removed" else "added", block.old or block.new),)
    before = tuple(part for part in parts if part.op != "added")
    after = tuple(part for part in parts if part.op != "removed")
    return Stretch(
        kind=block.kind,
        number=number,
        word=WORDS[block.kind],
        inline=parts_html(worded(parts, old, new)),
        old=parts_html(worded(before, old, old)),
        new=parts_html(worded(after, new, new)),
    )
