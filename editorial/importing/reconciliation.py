"""The report of an import: every line, mark, note and source of the file is accounted for, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .problems import Problem, by_severity, excerpt
from .source_proposals import SourceProposal
from .text_as_read import TextAsRead

SHOWN_IN_TEXT = 40  # of one sort of thing; the rest are counted


@dataclass(frozen=True)
class SourceLine:
    """One source of the import: what is proposed, or what the library has, by its key and the line it prints there."""

    proposal: SourceProposal
    key: str
    line: str
    reused: bool


@dataclass(frozen=True)
class Reconciliation:
    """What went in and what comes out. Shown by a dry run, and by the page on which a person confirms an import."""

    read: TextAsRead
    facts: tuple[tuple[str, str], ...]  # what was read above the text: title, breadcrumb, edition, address
    problems: tuple[Problem, ...]
    sources: tuple[SourceLine, ...]

    @property
    def words_in(self) -> int:
        return len(self.read.words_in.split())

    @property
    def words_out(self) -> int:
        return len(self.read.words_out.split())

    @property
    def notes_without_source(self) -> tuple[str, ...]:
        cited = {label for source in self.read.sources for label in source.notes}
        return tuple(note.label for note in self.read.match.notes if note.label not in cited)

    @property
    def reused(self) -> tuple[SourceLine, ...]:
        """Sources that the library already has."""
        return tuple(source for source in self.sources if source.reused)

    @property
    def citations(self) -> int:
        """How often the notes cite a recognised source."""
        return sum(len(source.notes) for source in self.read.sources)

    def shared_notes(self) -> list[tuple[tuple[str, ...], int]]:
        """Groups of notes that share sources, with the number of sources they share: (("4", "5"), 3)."""
        shared = (source for source in self.read.sources if source.shared)
        return list(Counter(tuple(dict.fromkeys(source.notes)) for source in shared).items())

    def as_text(self) -> str:
        """The report for a terminal."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        read, file = self.read, self.read.file
        yield f"Reconciliation of {file.name} ({file.size:,} bytes, SHA-256 {file.sha256[:16]}…)"
        for name, value in self.facts:
            yield f"  {name:<18}{value or '–'}"
        total, lost = sum(count for _, count in read.line_kinds), len(read.unaccounted)
        kinds = ", ".join(f"{count} {kind}" for kind, count in read.line_kinds if count)
        yield f"Lines with text   {total + lost}: {kinds}; {lost} unaccounted for"
        yield f"Words of the text {self.words_in:,} in, {self.words_out:,} out"
        sections = read.sections()
        yield f"Sections          {len(sections)}"
        for section in sections:
            yield f"  {section.heading or '(opening, without heading)'}: {section.words:,} words, {section.marks} marks"
        match = read.match
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
            found = source.proposal
            yield f"  {source.key} [{found.facts.kind}{', reused' * source.reused}] note {', '.join(found.notes)}"
            yield f"    {source.line}"
            yield from (f"    note {note} words it: {words}" for note, words in found.other_words)
            yield from (f"    doubtful: {doubt}" for doubt in found.facts.doubts)
        yield from _rest(self.sources)
        if self.notes_without_source:
            yield f"  kept as prose, no source recognised: note {', '.join(self.notes_without_source)}"
        yield f"Stripped lines    {len(read.stripped)}"
        for stripped in _some(read.stripped):
            yield f"  line {stripped.line}: {excerpt(stripped.text)} ({stripped.reason})"
        yield from _rest(read.stripped)
        yield from problem_lines(self.problems)


def reconciled(
    read: TextAsRead,
    facts: Sequence[tuple[str, str]] = (),
    problems: Sequence[Problem] | None = None,
    library: Mapping[str, tuple[str, str]] | None = None,
) -> Reconciliation:
    """The report on a file. ``facts`` say what it is imported as; ``library`` which of its sources the library has."""
    known = library or {}
    sources = tuple(
        SourceLine(source, *known.get(source.key, (source.key, source.facts.line)), source.key in known)
        for source in read.sources
    )
    return Reconciliation(read, tuple(facts), tuple(read.problems if problems is None else problems), sources)


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
