"""A text as it was read from a file: nothing decided yet, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from editorial.texts.dialect import NOTE_MARK

from .named_days import NamedDay, days_named
from .note_match import NoteMatch
from .plain_text import plain_words
from .problems import Problem
from .reading import TextFile
from .source_proposals import ProposedCitation, SourceProposal, with_citations

_ESCAPED = re.compile(r"\\.")
# A proposed key, and what the library knows it by: its key there, and the line it prints.
Library = Mapping[str, tuple[str, str]]


class BlockKind(Enum):
    """What a stretch of the text is."""

    HEADING = "headings"
    PARAGRAPH = "text"
    ITEM = "list items"


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or an item of a list, as Markdown. ``level``: of the heading, or of nesting."""

    kind: BlockKind
    line: int
    markdown: str
    level: int = 0

    @property
    def written(self) -> str:
        """With the sign that makes it what it is."""
        if self.kind is BlockKind.HEADING:
            return f"{'#' * self.level} {self.markdown}"
        return f"{'  ' * self.level}- {self.markdown}" if self.kind is BlockKind.ITEM else self.markdown

    @property
    def marks(self) -> int:
        """Marks of notes in it."""
        return len(NOTE_MARK.findall(_ESCAPED.sub("", self.markdown)))

    @property
    def words(self) -> str:
        """Its words, marks left out."""
        return plain_words(self.markdown, {})


@dataclass(frozen=True)
class Surroundings:
    """What stands above a text and around its pages, and is no part of it."""

    title: str = ""
    line: int = 1  # where the words above the text begin, or the text itself
    opening: str = ""  # the words among which the title stands: by whom it was submitted, on what
    running: tuple[str, ...] = ()  # lines repeated on every page, each once
    breadcrumb: tuple[str, ...] = ()
    edition: str = ""  # as printed: "Landmine Monitor Report 2004"
    edition_year: int | None = None
    address: str = ""
    remark: str = ""  # what stands behind the address in its line
    slides: int = 0
    without_text: tuple[tuple[int, str], ...] = ()  # slides that showed only pictures: number and heading


@dataclass(frozen=True)
class StrippedLine:
    """A line of the file that does not become part of the text, and why not."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class SectionCount:
    """One section: its heading ("" for the opening), the words under it and the note marks among them."""

    heading: str
    words: int
    marks: int


@dataclass(frozen=True)
class TextAsRead:
    """Everything that a reader found in a file, in order and with its place there."""

    file: TextFile
    around: Surroundings
    blocks: tuple[Block, ...]
    match: NoteMatch
    words_in: str  # headings, paragraphs, items and notes as they stand in the file, marks and signs left out
    problems: tuple[Problem, ...]
    line_kinds: tuple[tuple[str, int], ...]  # how many lines with text are what
    stripped: tuple[StrippedLine, ...] = ()
    unaccounted: tuple[int, ...] = ()  # lines with text that are nothing of these: none, or the reader is wrong
    sources: tuple[SourceProposal, ...] = ()
    notes_in_markdown: tuple[str, ...] = ()  # of notes with emphasis; "" where citations may be recognised
    own_markdown: str = ""  # of a file that is Markdown already: its text, verbatim
    facts: Mapping[str, object] = field(default_factory=dict)  # of an exported file: what its head says

    @property
    def title(self) -> str:
        return self.around.title

    @property
    def days(self) -> tuple[NamedDay, ...]:
        """The dates that it names, in the words above it, its text and its notes."""
        above = (self.around.line, self.around.opening or self.title)
        texts = [(block.line, block.words) for block in self.blocks]
        return tuple(days_named([above, *texts, *((note.line, note.text) for note in self.match.notes)]))

    @property
    def markdown(self) -> str:
        """The text with the sources under their proposed keys."""
        return self.text({source.key: (source.key, source.facts.line) for source in self.sources})

    def text(self, library: Library) -> str:
        """The researched text with the sources under the keys that the library has for them."""
        if self.own_markdown:
            return self.own_markdown
        parts = [
            ("\n" if is_list else "\n\n").join(block.written for block in blocks)
            for is_list, blocks in groupby(self.blocks, key=lambda block: block.kind is BlockKind.ITEM)
        ]
        seen: dict[str, int] = {}
        for note, words in zip(self.match.notes, self._notes(library), strict=True):
            seen[note.label] = seen.get(note.label, 0) + 1
            label = note.label if seen[note.label] == 1 else f"{note.label}-{seen[note.label]}"
            parts.append(f"[^{label}]: " + words.replace("\n", "\n    ").replace("\n    \n", "\n\n"))
        return "\n\n".join(parts)

    def _notes(self, library: Library) -> Iterator[str]:
        """The words of each note as Markdown."""
        cited: dict[int, list[ProposedCitation]] = {}
        for source in self.sources:
            for citation in source.citations:
                cited.setdefault(citation.note, []).append(citation)
        in_markdown = self.notes_in_markdown or ("",) * len(self.match.notes)
        for index, (note, written) in enumerate(zip(self.match.notes, in_markdown, strict=True)):
            yield written or with_citations(note.text, cited.get(index, ()), library)

    @property
    def words_out(self) -> str:
        """The words that readers see of headings, paragraphs, items and notes, in order, marks left out."""
        if self.own_markdown:
            return self.words_in
        lines = {source.key: source.facts.line for source in self.sources}
        written = [block.markdown for block in self.blocks]
        written += self._notes({key: (key, line) for key, line in lines.items()})
        return " ".join(word for each in written for word in plain_words(each, lines).split())

    def sections(self) -> tuple[SectionCount, ...]:
        """Headings with the words and marks of what stands under them; "" for the opening."""
        found: list[tuple[str, int, int]] = [("", 0, 0)]
        for block in self.blocks:
            heading, words, marks = found[-1]
            if block.kind is BlockKind.HEADING:
                found.append((block.words, 0, block.marks))
            else:
                found[-1] = (heading, words + len(block.words.split()), marks + block.marks)
        return tuple(SectionCount(*each) for each in found if any(each))
