"""Within a line: marks of notes, emphasis and links become Markdown, everything else is escaped."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from editorial.importing.notes import MarkStyle, NoteMark, find_marks
from editorial.importing.plain_text import interleave
from editorial.texts import unresolved_mark

EMPHASIS = re.compile(r"(?P<sign>\*{1,3})(?=[^\s*])[^*]*(?<=[^\s*])(?P=sign)(?!\*)")
_LINK = re.compile(r"\[[^\[\]\\]{1,300}\]\(https?://[^\s()\\]{1,1000}\)")
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[kcdm]?m|ft)$")  # a raised figure behind it is a power, not a note


def marks_in(text: str, lines: Sequence[int], style: MarkStyle) -> list[NoteMark]:
    """The marks of notes in a text that stands in these lines of the file. The ² of km² is none."""
    return [
        NoteMark(mark.label, lines[text.count("\n", 0, mark.start)], mark.start, mark.end)
        for mark in find_marks(text, 0, style)
        if style is not MarkStyle.SUPERSCRIPTS or not _UNIT.search(text, max(0, mark.start - 4), mark.start)
    ]


def in_markdown(
    text: str, marks: Sequence[NoteMark], known: Collection[str], *, printed: bool = False, lists: bool = False
) -> tuple[str, str]:
    """A text as Markdown, and its words without marks.

    ``marks`` become [^3] where a note is ``known``, and stay visible where there is none. ``printed``: stars and
    brackets are signs like any other, not emphasis and links. ``lists``: lines that begin with "- " stay items.
    """
    cuts: list[tuple[int, int, str]] = []
    for mark in marks:
        token = f"[^{mark.label}]" if mark.label in known else unresolved_mark(mark.label)
        cuts.append((mark.start, mark.end, token))
    for m in () if printed else EMPHASIS.finditer(text):
        sign = m["sign"]
        cuts += [(m.start(), m.start() + len(sign), sign), (m.end() - len(sign), m.end(), sign)]
    cuts += [] if printed else [(m.start(), m.end(), m[0]) for m in _LINK.finditer(text)]
    words: list[str] = []
    tokens: list[str] = []
    at = 0
    for start, end, token in sorted(cuts):
        if start < at:  # within a link
            continue
        words.append(text[at:start])
        tokens.append(token)
        at = end
    without_marks = list(text)
    for mark in marks:
        without_marks[mark.start : mark.end] = " " * (mark.end - mark.start)
    return interleave([*words, text[at:]], tokens, lists=lists), "".join(without_marks)
