"""Reads a text that is Markdown already, such as the Monitor exports: kept to the letter, parsed to report on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from editorial.importing import front_matter
from editorial.importing.note_match import NoteMatch
from editorial.importing.notes import MarkStyle, NoteMark, ReadNote, starts_note
from editorial.importing.problems import Problem
from editorial.importing.reading import TextFile
from editorial.importing.text_as_read import Block, BlockKind, Surroundings, TextAsRead
from editorial.texts import ParsedText, TextProblem, parse

from .page import ArchivePage

# What the parser of researched texts calls a problem, and what an importer calls it.
_CODES = {"undefined-mark": "missing-note", "unresolved-mark": "missing-note", "unused-note": "orphan-note"}
_TITLE = re.compile(r"#\s+(\S.*)")


def read_own_markdown(file: TextFile) -> TextAsRead | None:
    """The text with its facts, or None for a file that is no Markdown with a head or notes of ours.

    Raises UnusableInput for a head that cannot be read, and for a file without text.
    """
    facts, head = front_matter.read(file.lines, file.name)
    if not head and not any(starts_note(line, MarkStyle.CARETS) for line in file.lines):
        return None
    kinds = ["head of the file"] * _written(file.lines[:head])
    title = str(facts.get("title") or "")
    first = next((at for at, line in enumerate(file.lines) if at >= head and line.strip()), len(file.lines))
    if not title and first < len(file.lines) and (m := _TITLE.fullmatch(file.lines[first].rstrip())):
        title = m[1]
        kinds.append("title")
        first += 1
    lines = file.lines[first:]
    kinds += ["text and notes"] * _written(lines)
    # Empty lines in place of the head keep the parser's line numbers those of the file.
    parsed = parse("\n" * first + "\n".join(lines))
    if not parsed.sections:
        raise ArchivePage(file).without_text("navigation and notes", "report", head + 1)
    match = _match_of(parsed, file.name)
    text = "\n".join(lines).strip("\n")
    begins = next((number for number, line in enumerate(lines, first + 1) if line), 1)
    return TextAsRead(
        file=file,
        around=_surroundings(facts, title, begins),
        blocks=tuple(_blocks(parsed)),
        match=match,
        words_in=text,
        problems=(*file.problems, *match.problems),
        line_kinds=tuple(Counter(kinds).items()),
        own_markdown=text,
        facts=facts,
    )


def _written(lines: Sequence[str]) -> int:
    return sum(bool(line.strip()) for line in lines)


def _blocks(parsed: ParsedText) -> list[Block]:
    """A heading and one stretch of text for each section: they are counted, and never written."""
    blocks = []
    for section in parsed.sections:
        if section.title:
            blocks.append(Block(BlockKind.HEADING, section.line, section.title, section.level))
        if section.markdown:
            blocks.append(Block(BlockKind.PARAGRAPH, section.line, section.markdown))
    return blocks


def _surroundings(facts: Mapping[str, object], title: str, line: int) -> Surroundings:
    breadcrumb = facts.get("breadcrumb")
    return Surroundings(
        title=title,
        line=line,
        breadcrumb=tuple(str(each) for each in breadcrumb) if isinstance(breadcrumb, list) else (),
        address=str(facts.get("imported_from") or ""),
        edition_year=year if isinstance(year := facts.get("edition"), int) else None,
    )


def _match_of(parsed: ParsedText, file: str) -> NoteMatch:
    """Marks and notes as the parser of researched texts has matched them."""
    every = sorted((*parsed.footnotes, *parsed.unused_notes), key=lambda note: note.line)
    notes = {(note.label, note.line): ReadNote(note.label, note.line, (note.markdown,)) for note in every}
    doubled = {(problem.name, problem.line) for problem in parsed.problems if problem.kind == "doubled-note"}
    missing = tuple(
        NoteMark(problem.name, problem.line, 0, 0)
        for problem in parsed.problems
        if _CODES.get(problem.kind) == "missing-note"
    )
    marks = tuple(
        NoteMark(note.label, note.line, 0, 0) for note in parsed.footnotes for _ in range(note.references)
    )
    return NoteMatch(
        marks=(*marks, *missing),
        notes=tuple(notes.values()),
        missing=missing,
        orphans=tuple(
            notes[note.label, note.line] for note in parsed.unused_notes if (note.label, note.line) not in doubled
        ),
        doubled=tuple(notes[place] for place in notes if place in doubled),
        problems=tuple(_problem_of(problem, file) for problem in parsed.problems),
    )


def _problem_of(problem: TextProblem, file: str) -> Problem:
    _, _, words = problem.message.partition(": ")
    message, _, remedy = words.partition(". ")
    code = _CODES.get(problem.kind, problem.kind)
    return Problem(code, f"{message[:1].upper()}{message[1:]}.", remedy, file=file, line=problem.line)
