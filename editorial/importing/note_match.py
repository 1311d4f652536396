"""Matches note marks and notes, losing and doubling none, and names what does not match."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .notes import LONGEST, MarkStyle, NoteMark, ReadNote, find_marks
from .problems import Problem, Severity

COMPARE = "Compare with the original page"


@dataclass(frozen=True)
class NoteMatch:
    """Which marks and notes belong together, and what is wrong where they do not."""

    marks: tuple[NoteMark, ...]
    notes: tuple[ReadNote, ...]
    missing: tuple[NoteMark, ...]  # marks without a note
    orphans: tuple[ReadNote, ...]  # notes that no mark points to
    doubled: tuple[ReadNote, ...]  # further notes under a label that an earlier note has
    problems: tuple[Problem, ...]

    @property
    def matched(self) -> int:
        """How many notes have a label of their own and a mark that points to them."""
        return len(self.notes) - len(self.orphans) - len(self.doubled)


def is_year(label: str) -> bool:
    """Whether a number in brackets is more likely a year than a note: nobody prints 1,900 notes."""
    return label.isdecimal() and 1900 <= int(label) <= 2100


def match_notes(
    marks: Sequence[NoteMark], notes: Sequence[ReadNote], style: MarkStyle, file: str = ""
) -> NoteMatch:
    """Pair marks and notes by their label. Every mark and every note ends in exactly one of the lists.

    A bracketed year to which no note belongs is no mark and is left out (and reported).
    """
    first: dict[str, ReadNote] = {}
    doubled = []
    for note in notes:
        if note.label in first:
            doubled.append(note)
        first.setdefault(note.label, note)
    years = [
        mark for mark in marks if mark.label not in first and style is MarkStyle.BRACKETS and is_year(mark.label)
    ]
    left_out = set(years)
    marks = [mark for mark in marks if mark not in left_out]

    times = Counter(mark.label for mark in marks)
    missing = [mark for mark in marks if mark.label not in first]
    orphans = [note for label, note in first.items() if label not in times]
    empty = [note for note in notes if not note.paragraphs]

    found = [
        *_missing(missing, notes, style),
        *(_doubled(note, first[note.label], style) for note in doubled),
        *(_orphan(note, style) for note in orphans),
        *(_empty(note, style) for note in empty),
        *_gaps(marks, notes, style),
        *_disorder(marks, style),
        *(_year(mark, style) for mark in years),
    ]
    return NoteMatch(
        tuple(marks),
        tuple(notes),
        tuple(missing),
        tuple(orphans),
        tuple(doubled),
        tuple(replace(problem, file=file) for problem in found),
    )


def _missing(missing: Sequence[NoteMark], notes: Sequence[ReadNote], style: MarkStyle) -> Iterator[Problem]:
    if missing and not notes:
        labels = list(dict.fromkeys(style.written(mark.label) for mark in missing))
        message = f"The text has {len(missing)} note marks, {labels[0]} to {labels[-1]}, but no notes follow it."
        remedy = "Add the notes from the original page; or allow missing notes, and the marks stay visible as unresolved."
        yield Problem("no-notes", message, remedy, line=missing[0].line)
        return
    within = {
        mark.label: note for note in notes for p in note.paragraphs for mark in find_marks(p, note.line, style)
    }
    first: dict[str, NoteMark] = {}
    for mark in missing:
        first.setdefault(mark.label, mark)
    for label, mark in first.items():
        written = style.written(label)
        remedy = "Add the note from the original page; or allow missing notes, and the mark stays visible."
        if note := within.get(label):
            remedy += f" {written} also stands inside note {style.written(note.label)} (line {note.line}):"
            remedy += " begin a new line there if a note begins there."
        yield Problem("missing-note", f"The mark {written} has no note.", remedy, line=mark.line)


def _doubled(note: ReadNote, earlier: ReadNote, style: MarkStyle) -> Problem:
    message = f"There are two notes {style.written(note.label)}; the first stands on line {earlier.line}."
    remedy = f"{COMPARE}; number one of them anew or delete the copy."
    return Problem("doubled-note", message, remedy, line=note.line, value=note.text)


def _orphan(note: ReadNote, style: MarkStyle) -> Problem:
    written = style.written(note.label)
    message = f"No mark in the text points to note {written}."
    remedy = f"Put {written} where the original page has it, or delete the note."
    return Problem("orphan-note", message, remedy, line=note.line, value=note.text)


def _empty(note: ReadNote, style: MarkStyle) -> Problem:
    message = f"Note {style.written(note.label)} has no words."
    return Problem("empty-note", message, "Add its words from the original page.", line=note.line)


def _gaps(marks: Sequence[NoteMark], notes: Sequence[ReadNote], style: MarkStyle) -> Iterator[Problem]:
    """Numbers that neither a mark nor a note has, though a higher one exists: a part of the page is lost."""
    places = [(e.label, e.line) for e in notes] + [(e.label, e.line) for e in marks]
    lines = {int(label): line for label, line in places if label.isdecimal() and len(label) <= LONGEST}
    gone = [number for number in range(1, max(lines, default=0)) if number not in lines]
    if gone:
        shown = ", ".join(style.written(str(number)) for number in gone[:10]) + (" …" if len(gone) > 10 else "")
        message = f"Neither a mark nor a note has the number {shown}, though higher numbers exist."
        remedy = f"{COMPARE}: a passage may be lost; or allow missing notes."
        yield Problem("gap-in-numbers", message, remedy, line=min(lines[n] for n in lines if n > gone[0]))


def _disorder(marks: Sequence[NoteMark], style: MarkStyle) -> Iterator[Problem]:
    highest = 0
    known: set[str] = set()
    for mark in marks:
        if not mark.label.isdecimal() or mark.label in known:
            continue
        known.add(mark.label)
        if int(mark.label) < highest:
            message = f"The mark {style.written(mark.label)} first comes after {style.written(str(highest))}."
            remedy = f"{COMPARE}. Readers will see the notes numbered in the order of the text."
            yield Problem("marks-out-of-order", message, remedy, Severity.CHECK, line=mark.line)
        highest = max(highest, int(mark.label))


def _year(mark: NoteMark, style: MarkStyle) -> Problem:
    message = f"{style.written(mark.label)} was taken for a year, because there is no such note."
    return Problem(
        "year-in-brackets", message, "If it is a note mark, add its note.", Severity.CHECK, line=mark.line
    )
