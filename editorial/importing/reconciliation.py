"""The report of an import: every line, mark, note and source of the file is accounted for, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .note_match import NoteMatch
from .problems import Problem, by_severity, excerpt

SHOWN_IN_TEXT = 40  # of one sort of thing; the rest are counted


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
class SourceLine:
    """One source of the import: found in the library, or proposed for it."""

    key: str
    kind: str
    line: str
    notes: tuple[str, ...]
    reused: bool = False
    doubts: tuple[str, ...] = ()
    other_words: tuple[tuple[str, str], ...] = ()  # note and words, where a note prints it differently

    @property
    def shared(self) -> bool:
        return len(set(self.notes)) > 1


@dataclass(frozen=True)
class Reconciliation:
    """What went in and what comes out. Shown by a dry run, and by the page on which a person confirms an import."""

    file: str
    size: int  # bytes
    sha256: str
    facts: tuple[tuple[str, str], ...]  # what was read above the text: title, breadcrumb, edition, address
    lines: tuple[tuple[str, int], ...]  # how many lines with text are what
    unaccounted: tuple[int, ...]  # lines with text that are nothing of these; always empty, and checked
    words_in: int
    words_out: int
    sections: tuple[SectionCount, ...]
    match: NoteMatch
    stripped: tuple[StrippedLine, ...]
    sources: tuple[SourceLine, ...]
    notes_without_source: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def shared(self) -> tuple[SourceLine, ...]:
        """Sources that several notes cite."""
        return tuple(source for source in self.sources if source.shared)

    @property
    def reused(self) -> tuple[SourceLine, ...]:
        """Sources that the library already has."""
        return tuple(source for source in self.sources if source.reused)

    @property
    def citations(self) -> int:
        """How often the notes cite a recognised source."""
        return sum(len(source.notes) for source in self.sources)

    def shared_notes(self) -> list[tuple[tuple[str, ...], int]]:
        """Groups of notes that share sources, with the number of sources they share: (("4", "5"), 3)."""
        groups = Counter(tuple(dict.fromkeys(source.notes)) for source in self.shared)
        return list(groups.items())

    def as_text(self) -> str:
        """The report for a terminal."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield f"Reconciliation of {self.file} ({self.size:,} bytes, SHA-256 {self.sha256[:16]}…)"
        for name, value in self.facts:
            yield f"  {name:<18}{value or '–'}"
        total = sum(count for _, count in self.lines)
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.lines if count)
        yield f"Lines with text   {total + len(self.unaccounted)}: {kinds}; {len(self.unaccounted)} unaccounted for"
        yield f"Words of the text {self.words_in:,} in, {self.words_out:,} out"
        yield f"Sections          {len(self.sections)}"
        for section in self.sections:
            yield f"  {section.heading or '(opening, without heading)'}: {section.words:,} words, {section.marks} marks"
        match = self.match
        yield (
            f"Notes             {len(match.marks)} marks in, {len(match.notes)} notes in, {match.matched} matched; "
            f"{len(match.orphans)} orphans, {len(match.missing)} unmatched marks, {len(match.doubled)} doubled"
        )
        yield (
            f"Sources           {len(self.sources)} found, cited {self.citations} times: "
            f"{len(self.reused)} reused, {len(self.sources) - len(self.reused)} proposed (to be checked)"
        )
        for labels, count in self.shared_notes():
            yield f"  notes {', '.join(labels)} share {count} source{'s' * (count > 1)}"
        for source in _some(self.sources):
            yield f"  {source.key} [{source.kind}{', reused' * source.reused}] note {', '.join(source.notes)}"
            yield f"    {source.line}"
            yield from (f"    note {note} words it: {words}" for note, words in source.other_words)
            yield from (f"    doubtful: {doubt}" for doubt in source.doubts)
        yield from _rest(self.sources)
        if self.notes_without_source:
            yield f"  kept as prose, no source recognised: note {', '.join(self.notes_without_source)}"
        yield f"Stripped lines    {len(self.stripped)}"
        for stripped in _some(self.stripped):
            yield f"  line {stripped.line}: {excerpt(stripped.text)} ({stripped.reason})"
        yield from _rest(self.stripped)
        yield from problem_lines(self.problems)


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """The problems, worst first, then in the order of the file."""
    worst_first = by_severity(problems)
    yield f"Problems          {len(problems)}"
    for problem in _some(worst_first):
        yield f"  {'! ' * problem.blocks}{problem}"
    yield from _rest(worst_first)


def _some(things: Sequence) -> Sequence:
    return things[:SHOWN_IN_TEXT]


def _rest(things: Sequence) -> Iterator[str]:
    if len(things) > SHOWN_IN_TEXT:
        yield f"  … and {len(things) - SHOWN_IN_TEXT} more"
