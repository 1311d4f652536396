"""A country report as it was read from a file: nothing decided yet, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from editorial.importing.notes import NoteMatch
from editorial.importing.plain_text import plain_words
from editorial.importing.problems import Problem
from editorial.importing.reconciliation import Reconciliation, SectionCount, SourceLine, StrippedLine
from editorial.importing.source_proposals import Proposals, SourceProposal, with_citations
from editorial.texts.dialect import NOTE_MARK

_ESCAPED = re.compile(r"\\.")
_STARTS = re.compile(r"\A(?:#{2,6} |\[\^[^\]\s]+\]: )")  # of a heading, of a note
# A proposed key, and what the library knows it by: its key there, and the line it prints.
Library = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Provenance:
    """Where the report says it comes from."""

    breadcrumb: tuple[str, ...] = ()
    edition: str = ""  # as printed: "Landmine Monitor Report 2004"
    edition_year: int | None = None
    url: str = ""
    remark: str = ""  # what stands behind the address in its line


@dataclass(frozen=True)
class Section:
    """One section of the text; ``markdown`` holds its paragraphs with their marks, without the heading."""

    heading: str  # Markdown, "" for the opening
    line: int
    markdown: str
    level: int = 2

    @property
    def marks(self) -> int:
        """Marks of notes in its heading and its text."""
        return sum(len(NOTE_MARK.findall(_ESCAPED.sub("", part))) for part in (self.heading, self.markdown))

    @property
    def words(self) -> int:
        """Words under the heading, marks left out."""
        return len(plain_words(self.markdown, {}).split())


@dataclass(frozen=True)
class ParsedProfile:
    """Everything that the reader found in a file, in order and with its place there.

    ``markdown`` is the researched text that it becomes: ``## Heading`` sections, footnotes ``[^n]``, citations
    ``[@key]`` of the proposed sources.
    """

    file: str
    size: int  # bytes
    sha256: str
    provenance: Provenance
    title: str
    country_name: str  # as far as the title tells
    sections: tuple[Section, ...]
    match: NoteMatch
    stripped: tuple[StrippedLine, ...]
    line_kinds: tuple[tuple[str, int], ...]  # how many lines with text are what
    unaccounted: tuple[int, ...]  # lines with text that are nothing of these: none, or the reader is wrong
    words_in: str  # headings, paragraphs and notes as they stand in the file, marks left out
    problems: tuple[Problem, ...]
    proposals: Proposals = field(default_factory=Proposals)
    own_markdown: str = ""  # of a file that is Markdown already: its text, verbatim
    text_line: int = 1  # where that text begins
    facts: Mapping[str, Any] = field(default_factory=dict)  # of an exported file: what its head says

    @property
    def markdown(self) -> str:
        """The text with the sources under their proposed keys."""
        return self.text({source.key: (source.key, source.facts.line) for source in self.proposals.sources})

    def text(self, library: Library) -> str:
        """The text with the sources under the keys that the library has for them."""
        return self.own_markdown or "\n\n".join(self._blocks(library))

    def _blocks(self, library: Library) -> Iterator[str]:
        for section in self.sections:
            if section.heading:
                yield f"{'#' * section.level} {section.heading}"
            if section.markdown:
                yield section.markdown
        seen: dict[str, int] = {}
        for index, note in enumerate(self.match.notes):
            seen[note.label] = seen.get(note.label, 0) + 1
            label = note.label if seen[note.label] == 1 else f"{note.label}-{seen[note.label]}"
            words = with_citations(note.text, self.proposals.citations.get(index, ()), library)
            yield f"[^{label}]: " + words.replace("\n", "\n    ").replace("\n    \n", "\n\n")

    @property
    def words_out(self) -> str:
        """The words that readers see of headings, paragraphs and notes, in order, marks left out."""
        if self.own_markdown:
            return self.words_in
        lines = {source.key: source.facts.line for source in self.proposals.sources}
        blocks = self._blocks({key: (key, line) for key, line in lines.items()})
        return " ".join(" ".join(plain_words(_STARTS.sub("", block), lines) for block in blocks).split())

    def reconciliation(
        self, problems: Sequence[Problem] | None = None, library: Library | None = None
    ) -> Reconciliation:
        """The report on this file. ``library`` holds those proposed sources that the library already has."""
        reused = library or {}
        provenance = self.provenance
        year = str(provenance.edition_year) if provenance.edition_year else ""
        edition = provenance.edition if year in provenance.edition else f"{provenance.edition} ({year})".strip()
        with_source = {label for source in self.proposals.sources for label in source.notes}
        return Reconciliation(
            file=self.file,
            size=self.size,
            sha256=self.sha256,
            facts=(
                ("Title", self.title),
                ("Breadcrumb", " > ".join(provenance.breadcrumb)),
                ("Edition named", edition),
                ("Address", provenance.url),
            ),
            lines=self.line_kinds,
            unaccounted=self.unaccounted,
            words_in=len(self.words_in.split()),
            words_out=len(self.words_out.split()),
            sections=tuple(SectionCount(s.heading, s.words, s.marks) for s in self.sections),
            match=self.match,
            stripped=self.stripped,
            sources=tuple(_source_line(source, reused.get(source.key)) for source in self.proposals.sources),
            notes_without_source=tuple(n.label for n in self.match.notes if n.label not in with_source),
            problems=tuple(self.problems if problems is None else problems),
        )


def _source_line(source: SourceProposal, known: tuple[str, str] | None) -> SourceLine:
    facts = source.facts
    key, line = known or (source.key, facts.line)
    return SourceLine(key, facts.kind, line, source.notes, known is not None, facts.doubts, source.other_words)
