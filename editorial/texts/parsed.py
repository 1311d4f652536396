"""What is read out of a researched text: its sections, numbered notes, citations, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ProblemKind = Literal[
    "undefined-mark",
    "unused-note",
    "doubled-note",
    "empty-note",
    "unresolved-mark",
    "unknown-source",
    "bad-citation",
    "beyond-bounds",
]

OPENING = "opening"
UNNUMBERED = 0


@dataclass(frozen=True)
class Section:
    """A stretch of text under one heading of level 1 or 2, or the opening that stands before the first heading.

    anchor    unique in the text and made from the title alone; "opening" for the opening
    title     the heading in plain words; "" for the opening
    level     1 or 2; 0 for the opening
    markdown  the text under the heading, without the heading and without the definitions of notes
    line      where it starts, counted from 1
    notes     numbers of the notes its text refers to, each once, in order
    text_key  equal for two sections that say the same with the same notes, whatever the notes are labelled and
              however the lines are broken
    """

    anchor: str
    title: str
    level: int
    markdown: str
    line: int
    notes: tuple[int, ...]
    text_key: str


@dataclass(frozen=True)
class Citation:
    """One use of a source: `[@key, locator]`, or `[words](@key, locator)` which readers see as these words.

    order     position among all citations as the page is read (body first, then the notes by number), from 1
    note      number of the note it stands in; None in the body; 0 in a note that no mark refers to
    line      where it stands, counted from 1
    words     what readers see in place of the source's own line; "" where they see that line
    """

    key: str
    locator: str
    order: int
    note: int | None
    line: int
    words: str = ""


@dataclass(frozen=True)
class Footnote:
    """A note and its place on the page.

    label       what the researcher wrote: `[^label]`
    number      what the reader sees: order of first reference in the body, then of notes named only in notes;
                0 for a note that no mark refers to
    markdown    the note's text
    references  how many marks refer to it
    line        where it is defined, counted from 1
    """

    label: str
    number: int
    markdown: str
    references: int
    citations: tuple[Citation, ...]
    line: int


@dataclass(frozen=True)
class TextProblem:
    """Something to mend before the text may be published.

    name      the label, number or source key it is about
    line      counted from 1
    message   names the mark and the line and says how to mend it
    """

    kind: ProblemKind
    name: str
    line: int
    message: str


@dataclass(frozen=True)
class ParsedText:
    """A researched text, taken apart.

    footnotes      the notes that readers see, by number
    citations      every citation, those of unused notes last, so that none escapes the where-used index
    unused_notes   definitions that no page shows: without a mark, or a second one of the same label
    """

    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    citations: tuple[Citation, ...]
    problems: tuple[TextProblem, ...]
    unused_notes: tuple[Footnote, ...] = ()
