"""A statement as it was read from a file: nothing decided yet, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from editorial.importing.notes import NoteMatch
from editorial.importing.plain_text import plain_words
from editorial.importing.problems import Problem
from editorial.importing.reconciliation import Reconciliation, SectionCount, SourceLine, StrippedLine
from editorial.importing.source_proposals import Proposals, with_citations
from editorial.rules.partial_date import PartialDate
from editorial.texts.dialect import NOTE_MARK

_ESCAPED = re.compile(r"\\.")
_STARTS = re.compile(r"^\s*(?:#{2,6} |- |\[\^[^\]\s]+\]: )")  # of a heading, an item, a note
# A proposed key, and what the library knows it by: its key there, and the line it prints.
Library = Mapping[str, tuple[str, str]]


class BlockKind(Enum):
    """What a stretch of the text is."""

    HEADING = "headings"
    PARAGRAPH = "text"
    ITEM = "list items"


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or an item of a list, as Markdown on one line. ``level``: of the heading, or of nesting."""

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
    def words(self) -> int:
        return len(plain_words(self.markdown, {}).split())


@dataclass(frozen=True)
class NamedDay:
    """A date that the text names; ``as_of`` where the text says that things stood so on that day."""

    line: int
    date: PartialDate
    as_of: bool = False


@dataclass(frozen=True)
class ParsedStatement:
    """Everything that a reader found in a file, in order and with its place there."""

    file: str
    size: int  # bytes
    sha256: str
    title: str
    opening: str  # the words among which the title stands: by whom it was submitted, on what
    title_line: int  # where these begin, or the text itself
    furniture: tuple[str, ...]  # lines repeated on every page, each once
    kind: str  # of StatementKind, as far as the file says; "" if it does not
    blocks: tuple[Block, ...]
    match: NoteMatch
    stripped: tuple[StrippedLine, ...]
    line_kinds: tuple[tuple[str, int], ...]  # how many lines with text are what
    unaccounted: tuple[int, ...]  # lines with text that are nothing of these: none, or the reader is wrong
    words_in: str  # headings, paragraphs, items and notes as they stand in the file, marks and signs left out
    days: tuple[NamedDay, ...]
    problems: tuple[Problem, ...]
    proposals: Proposals = field(default_factory=Proposals)
    notes_in_markdown: tuple[str, ...] = ()  # of notes with emphasis; "" where citations may be recognised
    slides: int = 0
    without_text: tuple[tuple[int, str], ...] = ()  # slides that showed only pictures: number and heading

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of its sections, of every level, in plain words."""
        return tuple(plain_words(b.markdown, {}) for b in self.blocks if b.kind is BlockKind.HEADING)

    @property
    def markdown(self) -> str:
        """The text with the sources under their proposed keys."""
        return self.text({source.key: (source.key, source.facts.line) for source in self.proposals.sources})

    def text(self, library: Library) -> str:
        """The researched text with the sources under the keys that the library has for them."""
        parts = [
            ("\n" if is_list else "\n\n").join(block.written for block in blocks)
            for is_list, blocks in groupby(self.blocks, key=lambda block: block.kind is BlockKind.ITEM)
        ]
        return "\n\n".join([*parts, *self._notes(library)])

    def _notes(self, library: Library) -> Iterator[str]:
        seen: dict[str, int] = {}
        for index, note in enumerate(self.match.notes):
            seen[note.label] = seen.get(note.label, 0) + 1
            label = note.label if seen[note.label] == 1 else f"{note.label}-{seen[note.label]}"
            words = self.notes_in_markdown[index] or with_citations(
                note.text, self.proposals.citations.get(index, ()), library
            )
            yield f"[^{label}]: {words}"

    @property
    def words_out(self) -> str:
        """The words that readers see of headings, paragraphs, items and notes, in order, marks left out."""
        lines = {source.key: source.facts.line for source in self.proposals.sources}
        written = self.markdown.split("\n")
        return " ".join(" ".join(plain_words(_STARTS.sub("", line, count=1), lines) for line in written).split())

    @property
    def remarks(self) -> str:
        """What the import set aside, for the record: opening words, page furniture, slides without text."""
        lines = [f"Stood above the text: {self.opening}"] if self.opening and self.opening != self.title else []
        lines += [f"Repeated on the pages: {text}" for text in self.furniture]
        lines += [
            f"Slide {number} showed only pictures: {heading or 'no heading'}"
            for number, heading in self.without_text
        ]
        return "\n".join(lines)

    def sections(self) -> tuple[SectionCount, ...]:
        """Headings with the words and marks of what stands under them; "" for the opening."""
        found: list[tuple[str, int, int]] = [("", 0, 0)]
        for block in self.blocks:
            heading, words, marks = found[-1]
            if block.kind is BlockKind.HEADING:
                found.append((plain_words(block.markdown, {}), 0, block.marks))
            else:
                found[-1] = (heading, words + block.words, marks + block.marks)
        return tuple(SectionCount(*each) for each in found if each[0] or each[1])

    def reconciliation(
        self,
        facts: Sequence[tuple[str, str]],
        problems: Sequence[Problem] | None = None,
        library: Library | None = None,
    ) -> Reconciliation:
        """The report on this file. ``facts`` say what it is imported as; ``library`` which sources are known."""
        reused = library or {}
        sources = [
            (source, *reused.get(source.key, (source.key, source.facts.line))) for source in self.proposals.sources
        ]
        cited = {label for source in self.proposals.sources for label in source.notes}
        days = ", ".join(f"{day.date} (line {day.line})" for day in self.days[:12])
        more = f" and {len(self.days) - 12} more" if len(self.days) > 12 else ""
        return Reconciliation(
            file=self.file,
            size=self.size,
            sha256=self.sha256,
            facts=(
                ("Title", self.title),
                ("Above the text", self.opening if self.opening != self.title else ""),
                *facts,
                ("Dates named", days + more),
                *((("Slides", str(self.slides)),) if self.slides else ()),
            ),
            lines=self.line_kinds,
            unaccounted=self.unaccounted,
            words_in=len(self.words_in.split()),
            words_out=len(self.words_out.split()),
            sections=self.sections(),
            match=self.match,
            stripped=self.stripped,
            sources=tuple(
                SourceLine(key, s.facts.kind, line, s.notes, s.key in reused, s.facts.doubts, s.other_words)
                for s, key, line in sources
            ),
            notes_without_source=tuple(n.label for n in self.match.notes if n.label not in cited),
            problems=tuple(self.problems if problems is None else problems),
        )
