"""Finds note marks in a text, and the notes they point to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from .problems import Problem, Severity

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_DIGITS, "0123456789")
LONGEST = 4  # digits of a note's number
# Problems of a text that was not saved whole; a person may decide to import it all the same.
MISSING_NOTES = frozenset(("no-notes", "missing-note", "gap-in-numbers"))
HEADINGS_OF_NOTES = frozenset({"notes", "footnotes", "endnotes", "references", "notas", "notes de bas de page"})


class MarkStyle(Enum):
    """How a document writes its notes: the mark in the text, the mark at the start of a note, and an example."""

    BRACKETS = (r"\[(\d{1,4})\]", r"\[(\d{1,4})\]\s*", "[3]")
    CARETS = (r"\[\^([^\]\s]{1,60})\](?!:)", r"\[\^([^\]\s]{1,60})\]:\s*", "[^3]")
    SUPERSCRIPTS = (rf"(?<=[^\s{_DIGITS}])([{_DIGITS}]{{1,4}})", rf"([{_DIGITS}]{{1,4}})\s*", "³")

    def __init__(self, mark: str, note: str, example: str) -> None:
        self.mark = re.compile(mark, re.ASCII)
        self.note = re.compile(note, re.ASCII)
        self.example = example

    def written(self, label: str) -> str:
        """A mark with this label as the document writes it."""
        if self is MarkStyle.SUPERSCRIPTS:
            return "".join(_DIGITS[int(digit)] if digit.isdecimal() else digit for digit in label)
        return self.example.replace("3", label)


@dataclass(frozen=True)
class NoteMark:
    """One reference to a note: its label, its line in the file, and where it stands in that line."""

    label: str
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class ReadNote:
    """One note as the document gives it. A paragraph holds its words without the label, in the file's own lines."""

    label: str
    line: int
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """All its words; paragraphs stand apart by a blank line."""
        return "\n\n".join(self.paragraphs)


def find_marks(line: str, number: int, style: MarkStyle) -> Iterator[NoteMark]:
    """Every mark in one line of running text; ``number`` is the line's place in the file."""
    for m in style.mark.finditer(line):
        yield NoteMark(m[1].translate(_PLAIN), number, m.start(), m.end())


def starts_note(line: str, style: MarkStyle) -> tuple[str, str] | None:
    """Label and first words of a line that begins a note, or None."""
    bare = line.lstrip()
    m = style.note.match(bare)
    return (m[1].translate(_PLAIN), bare[m.end() :].rstrip()) if m else None


def collect_notes(
    lines: Iterable[tuple[int, str]], style: MarkStyle, file: str = ""
) -> tuple[list[ReadNote], list[Problem]]:
    """The notes of a block that begins with a note: numbered lines of the file, in order.

    A line that begins no note belongs to the note before it; one that stands apart by a blank line is kept as
    a further paragraph of it and reported, because it may be something else.
    """
    notes: list[tuple[str, int, list[list[str]]]] = []
    problems: list[Problem] = []
    apart = False
    for number, line in lines:
        if not line.strip():
            apart = True
            continue
        if begun := starts_note(line, style):
            notes.append((begun[0], number, [[begun[1]] if begun[1] else []]))
        elif notes:
            label, _, paragraphs = notes[-1]
            if apart:
                paragraphs.append([])
                problems.append(_apart(label, style, line, number, file))
            paragraphs[-1].append(line.strip())
        apart = False
    return [_note(label, number, paragraphs) for label, number, paragraphs in notes], problems


def _note(label: str, line: int, paragraphs: list[list[str]]) -> ReadNote:
    return ReadNote(label, line, tuple("\n".join(p) for p in paragraphs if p))


def _apart(label: str, style: MarkStyle, line: str, number: int, file: str) -> Problem:
    message = f"Text stands apart after note {style.written(label)}; it is kept as a paragraph of that note."
    remedy = "If it does not belong to the note, move or delete it in the file."
    return Problem("text-among-notes", message, remedy, Severity.CHECK, file, number, value=line)
