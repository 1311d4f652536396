"""Puts the lines of a paper or of slides together to paragraphs, items, headings and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from editorial.importing.notes import MarkStyle, ReadNote, collect_notes, starts_note

from .inline import EMPHASIS
from .page import HEADING, RULE, ArchivePage

DEEPEST = 4  # nesting of lists

ENDS_SENTENCE = re.compile(r"[.,;!?…][”\"’')\]*]*$")
_ITEM = re.compile(r"(?P<indent>\s*)[-*•·▪–]\s+(?=\S)")
_BROKEN_NUMBER = re.compile(r"\d[,.]$")
_REST_OF_NUMBER = re.compile(r"\d{3}(?!\d)")
_HYPHEN = re.compile(r"\w-$")


@dataclass(frozen=True)
class Paragraph:
    """Lines of the file that belong together. ``sign``: "#" heading, "-" item, "" paragraph.

    ``text`` is one line where a reader joins them, or has a line for each of ``numbers``.
    """

    numbers: tuple[int, ...]
    text: str
    sign: str = ""
    level: int = 0  # signs of a heading; nesting of an item
    slide: int = 0

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.numbers[0]

    @property
    def bare(self) -> str:
        """Without the emphasis around all of it."""
        return self.text.strip("*_ ")

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        m = EMPHASIS.fullmatch(self.text)
        return m is not None and len(m["sign"]) >= 2


def plain(line: str) -> str:
    """A line for comparing with others: without emphasis and differences of space."""
    return " ".join(line.strip("*_ ").split())


def note_style(lines: Iterable[str]) -> MarkStyle:
    """How a file writes its notes, as far as one begins a line; superscripts otherwise."""
    begun = {style for line in lines for style in MarkStyle if starts_note(line, style)}
    for style in (MarkStyle.CARETS, MarkStyle.SUPERSCRIPTS, MarkStyle.BRACKETS):
        if style in begun:
            return style
    return MarkStyle.SUPERSCRIPTS


def joined(lines: Sequence[str]) -> str:
    """One line of several: a number or a compound that was split at its comma or hyphen is whole again."""
    text = ""
    for line in lines:
        words = " ".join(line.split())
        split = _HYPHEN.search(text) or (_BROKEN_NUMBER.search(text) and _REST_OF_NUMBER.match(words))
        text += words if split or not text else f" {words}"
    return text


def read_paragraphs(page: ArchivePage, style: MarkStyle) -> tuple[list[Paragraph], list[ReadNote]]:
    """Everything that is left of the page, in order; notes apart, wherever they stand."""
    paragraphs: list[Paragraph] = []
    notes: list[ReadNote] = []
    indents: list[int] = []
    for sign, indent, group in _groups(page, style):
        numbers = tuple(number for number, _ in group)
        if sign == "note":
            found, problems = collect_notes(group, style, page.file.name)
            notes += [replace(n, paragraphs=tuple(joined(p.split("\n")) for p in n.paragraphs)) for n in found]
            page.problems += problems
            page.is_now("notes", *numbers)
            continue
        level = indent
        if sign == "-":
            while indents and indents[-1] >= indent:
                indents.pop()
            level = min(len(indents), DEEPEST)
            indents.append(indent)
        else:
            indents = []
        paragraphs.append(Paragraph(numbers, joined([line for _, line in group]), sign, level))
    return paragraphs, notes


def _groups(page: ArchivePage, style: MarkStyle) -> Iterator[tuple[str, int, list[tuple[int, str]]]]:
    """Sign, indent (or level of a heading) and the lines of each paragraph."""
    sign, indent = "", 0
    group: list[tuple[int, str]] = []
    for number, line in page.lines.items():
        bare = line.strip()
        begun: tuple[str, int, str] | None = None
        if bare and RULE.fullmatch(bare):
            page.strip(number, "rule")
            bare = ""
        elif m := HEADING.fullmatch(bare):
            begun = "#", len(m["signs"]), m["words"]
        elif starts_note(line, style):
            begun = "note", 0, line
        elif m := _ITEM.match(line):
            begun = "-", len(m["indent"]), line[m.end() :]
        if group and (not bare or begun or sign == "#"):
            yield sign, indent, group
            group = []
        if begun:
            sign, indent, rest = begun
            group = [(number, rest)]
        elif bare:
            if not group:
                sign, indent = "", 0
            group.append((number, bare))
    if group:
        yield sign, indent, group
