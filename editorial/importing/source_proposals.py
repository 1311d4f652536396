"""Proposes sources for the library from the citations in a text's notes, and writes notes that cite them.

Only what the words say with certainty becomes a proposal; everything else stays prose. Each proposal keeps the
printed words beside the facts read from them, so that nothing is lost by replacing the words with a citation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from editorial.rules.citation_line import followed_by, with_locator

from .notes import ReadNote
from .plain_text import escape_inside, interleave
from .printed_citation import read_citations
from .printed_source import PrintedSource
from .same_source import SourceIndex
from .source_keys import free_key, key_for


@dataclass(frozen=True)
class ProposedCitation:
    """One place where a source is cited: which note (its place in the list), and where in the note's text."""

    note: int
    start: int
    end: int
    key: str
    locator: str = ""


@dataclass(frozen=True)
class SourceProposal:
    """A source to be checked, the labels of the notes that cite it, in order, and where they do."""

    key: str
    facts: PrintedSource
    notes: tuple[str, ...]
    other_words: tuple[tuple[str, str], ...] = ()  # note and words, where a note prints it differently
    citations: tuple[ProposedCitation, ...] = ()

    @property
    def shared(self) -> bool:
        """Whether more than one note cites it."""
        return len(set(self.notes)) > 1


def propose_sources(notes: Sequence[ReadNote], *, state: str = "") -> tuple[SourceProposal, ...]:
    """Read every note; a document cited in several notes is proposed once.

    ``state`` is whose report the notes belong to: "Article 7 Report, 14 April 2004" is that state's report.
    """
    index = SourceIndex()
    groups: list[list[tuple[ProposedCitation, PrintedSource]]] = []
    for number, note in enumerate(notes):
        for start, end, facts, locator in read_citations(note.text):
            if state and facts.kind == "transparency_report" and facts.title.startswith("Article 7"):
                facts = replace(facts, authors=(state,))
            group = index.find(facts)
            if group is None:
                group = len(groups)
                groups.append([])
            groups[group].append((ProposedCitation(number, start, end, "", locator), facts))
            index.add(facts, group)
    used: set[str] = set()
    return tuple(_proposal(members, notes, used) for members in groups)


def _proposal(
    members: Sequence[tuple[ProposedCitation, PrintedSource]], notes: Sequence[ReadNote], used: set[str]
) -> SourceProposal:
    """The source that all these cite, with the facts of whichever says most."""
    fullest = max((facts for _, facts in members), key=lambda facts: len(facts.as_printed))
    key = free_key(key_for(fullest), used)
    return SourceProposal(
        key,
        fullest,
        notes=tuple(notes[citation.note].label for citation, _ in members),
        other_words=tuple(
            (notes[citation.note].label, facts.as_printed)
            for citation, facts in members
            if facts.as_printed != fullest.as_printed
        ),
        citations=tuple(replace(citation, key=key) for citation, _ in members),
    )


def with_citations(
    text: str, citations: Sequence[ProposedCitation], library: Mapping[str, tuple[str, str]]
) -> str:
    """A note's words as Markdown, each recognised citation in it replaced by one of the source library.

    ``library`` gives, for each proposed key, the key under which the library has the source and the line that it
    prints. Where readers would see anything but what the note says, the note keeps its words and cites the source
    in them: [words](@key).
    """
    words: list[str] = []
    tokens: list[str] = []
    at = 0
    for citation in sorted(citations, key=lambda citation: citation.start):
        printed = " ".join(text[citation.start : citation.end].split())
        key, line = library[citation.key]
        locator = f", {citation.locator}" if citation.locator else ""
        words.append(text[at : citation.start])
        line = with_locator(line, citation.locator)
        stop = after if (after := text[citation.end : citation.end + 1]) in (".", ",") else ""
        shown = followed_by(line, stop) if stop else line
        if shown == printed + stop:
            tokens.append(f"[@{key}{locator}]")
        elif not stop and followed_by(line, ".") == printed:
            tokens.append(f"[@{key}{locator}].")  # “Title.” ends with a stop inside its quotation marks
        else:
            tokens.append(f"[{escape_inside(printed)}](@{key}{locator})")
        at = citation.end
    return interleave([*words, text[at:]], tokens)
