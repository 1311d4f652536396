"""Finds note marks in a text and the notes they point to, and matches the two, losing and doubling none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from .problems import Problem, Severity

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_DIGITS, "0123456789")
LONGEST = 4  # digits of a note's number
# Problems of a text that was not saved whole; a person may decide to import it all the same.
MISSING_NOTES = frozenset(("no-notes", "missing-note", "gap-in-numbers"))
HEADINGS_OF_NOTES = frozenset({"notes", "footnotes", "endnotes", "references", "notas", "notes de bas de page"})


class MarkStyle(Enum):
    """How a document writes its notes: the mark in the text, the mark at the start of a note, and an example."""

    BRACKETS = (r"\[(\d{1,4})\]", r"\[(\d{1,4})\]\s*", "[3]")
    CARETS = (r"\[\^([^\]\s]{1,60})\](?!:)", r"\[\^([^\]\s]{1,60})\]:\s*", "[^3]")
    SUPERSCRIPTS = (rf"(?<=[^\s{_DIGITS}])([{_DIGITS}]{{1,4}})", rf"([{_DIGITS}]{{1,4}})\s*", "³")

    def __init__(self, mark: str, note: str, example: str) -> None:
        self.mark = re.compile(mark, re.ASCII)
        self.note = re.compile(note, re.ASCII)
        self.example = example

    def written(self, label: str) -> str:
        """A mark with this label as the document writes it."""
        if self is MarkStyle.SUPERSCRIPTS:
            return "".join(_DIGITS[int(digit)] if digit.isdecimal() else digit for digit in label)
        return self.example.replace("3", label)


@dataclass(frozen=True)
class Mark:
    """One reference to a note: its label, its line in the file, and where it stands in that line."""

    label: str
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Note:
    """One note as the document gives it. A paragraph holds its words without the label, in the file's own lines."""

    label: str
    line: int
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """All its words; paragraphs stand apart by a blank line."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True)
class NoteMatch:
    """Which marks and notes belong together, and what is wrong where they do not."""

    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]
    missing: tuple[Mark, ...]  # marks without a note
    orphans: tuple[Note, ...]  # notes that no mark points to
    doubled: tuple[Note, ...]  # further notes under a label that an earlier note has
    repeated: tuple[Mark, ...]  # further marks to a note that an earlier mark points to: allowed
    problems: tuple[Problem, ...]

    @property
    def matched(self) -> int:
        """How many notes have a label of their own and a mark that points to them."""
        return len(self.notes) - len(self.orphans) - len(self.doubled)


def find_marks(line: str, number: int, style: MarkStyle) -> Iterator[Mark]:
    """Every mark in one line of running text; ``number`` is the line's place in the file."""
    for m in style.mark.finditer(line):
        yield Mark(m[1].translate(_PLAIN), number, m.start(), m.end())


def cut_at_marks(line: str, style: MarkStyle, labels: frozenset[str]) -> list[str]:
    """The line cut at those marks whose label is one of these: words, label, words, label, …, words."""
    parts: list[str] = []
    at = 0
    for mark in find_marks(line, 0, style):
        if mark.label in labels:
            parts += [line[at : mark.start], mark.label]
            at = mark.end
    return [*parts, line[at:]]


def starts_note(line: str, style: MarkStyle) -> tuple[str, str] | None:
    """Label and first words of a line that begins a note, or None."""
    bare = line.lstrip()
    m = style.note.match(bare)
    return (m[1].translate(_PLAIN), bare[m.end() :].rstrip()) if m else None


def collect_notes(
    lines: Iterable[tuple[int, str]], style: MarkStyle, file: str = ""
) -> tuple[list[Note], list[Problem]]:
    """The notes of a block that begins with a note: numbered lines of the file, in order.

    A line that begins no note belongs to the note before it; one that stands apart by a blank line is kept as
    a further paragraph of it and reported, because it may be something else.
    """
    notes: list[tuple[str, int, list[list[str]]]] = []
    problems: list[Problem] = []
    apart = False
    for number, line in lines:
        if not line.strip():
            apart = True
            continue
        if begun := starts_note(line, style):
            notes.append((begun[0], number, [[begun[1]] if begun[1] else []]))
        elif notes:
            label, _, paragraphs = notes[-1]
            if apart:
                paragraphs.append([])
                problems.append(_apart(label, style, line, number, file))
            paragraphs[-1].append(line.strip())
        apart = False
    return [_note(label, number, paragraphs) for label, number, paragraphs in notes], problems


def _note(label: str, line: int, paragraphs: list[list[str]]) -> Note:
    return Note(label, line, tuple("\n".join(p) for p in paragraphs if p))


def _apart(label: str, style: MarkStyle, line: str, number: int, file: str) -> Problem:
    return Problem(
        "text-among-notes",
        f"Text stands apart after note {style.written(label)}; it is kept as a paragraph of that note.",
        "If it does not belong to the note, move or delete it in the file.",
        Severity.CHECK,
        file,
        number,
        value=line,
    )


def is_year(label: str) -> bool:
    """Whether a number in brackets is more likely a year than a note: nobody prints 1,900 notes."""
    return label.isdecimal() and 1900 <= int(label) <= 2100


def match_notes(marks: Sequence[Mark], notes: Sequence[Note], style: MarkStyle, file: str = "") -> NoteMatch:
    """Pair marks and notes by their label. Every mark and every note ends in exactly one of the lists.

    A bracketed year to which no note belongs is no mark and is left out (and reported).
    """
    first: dict[str, Note] = {}
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
    first_mark: dict[str, Mark] = {}
    repeated = [mark for mark in marks if first_mark.setdefault(mark.label, mark) is not mark]
    empty = [note for note in notes if not note.paragraphs]

    problems = [
        *_missing(missing, notes, style, file),
        *(_doubled(note, first[note.label], style, file) for note in doubled),
        *(_orphan(note, style, file) for note in orphans),
        *(_empty(note, style, file) for note in empty),
        *_gaps(marks, notes, style, file),
        *_disorder(marks, style, file),
        *(_year(mark, style, file) for mark in years),
    ]
    return NoteMatch(
        tuple(marks),
        tuple(notes),
        tuple(missing),
        tuple(orphans),
        tuple(doubled),
        tuple(repeated),
        tuple(problems),
    )


def _missing(missing: Sequence[Mark], notes: Sequence[Note], style: MarkStyle, file: str) -> Iterator[Problem]:
    if missing and not notes:
        labels = list(dict.fromkeys(style.written(mark.label) for mark in missing))
        yield Problem(
            "no-notes",
            f"The text has {len(missing)} note marks, {labels[0]} to {labels[-1]}, but no notes follow it.",
            "Add the notes from the original page; or allow missing notes, and the marks stay visible as unresolved.",
            file=file,
            line=missing[0].line,
        )
        return
    within = {
        mark.label: note for note in notes for p in note.paragraphs for mark in find_marks(p, note.line, style)
    }
    first: dict[str, Mark] = {}
    for mark in missing:
        first.setdefault(mark.label, mark)
    for label, mark in first.items():
        hint = ""
        if note := within.get(label):
            hint = (
                f" {style.written(label)} also stands inside note {style.written(note.label)} (line {note.line}):"
            )
            hint += " begin a new line there if a note begins there."
        yield Problem(
            "missing-note",
            f"The mark {style.written(label)} has no note.",
            "Add the note from the original page; or allow missing notes, and the mark stays visible." + hint,
            file=file,
            line=mark.line,
        )


def _doubled(note: Note, earlier: Note, style: MarkStyle, file: str) -> Problem:
    return Problem(
        "doubled-note",
        f"There are two notes {style.written(note.label)}; the first stands on line {earlier.line}.",
        "Compare with the original page; number one of them anew or delete the copy.",
        file=file,
        line=note.line,
        value=note.text,
    )


def _orphan(note: Note, style: MarkStyle, file: str) -> Problem:
    return Problem(
        "orphan-note",
        f"No mark in the text points to note {style.written(note.label)}.",
        f"Put {style.written(note.label)} where the original page has it, or delete the note.",
        file=file,
        line=note.line,
        value=note.text,
    )


def _empty(note: Note, style: MarkStyle, file: str) -> Problem:
    return Problem(
        "empty-note",
        f"Note {style.written(note.label)} has no words.",
        "Add its words from the original page.",
        file=file,
        line=note.line,
    )


def _gaps(marks: Sequence[Mark], notes: Sequence[Note], style: MarkStyle, file: str) -> Iterator[Problem]:
    """Numbers that neither a mark nor a note has, though a higher one exists: a part of the page is lost."""
    places = [(e.label, e.line) for e in notes] + [(e.label, e.line) for e in marks]
    lines = {int(label): line for label, line in places if label.isdecimal() and len(label) <= LONGEST}
    if not lines:
        return
    gone = [number for number in range(1, max(lines)) if number not in lines]
    if gone:
        shown = ", ".join(style.written(str(number)) for number in gone[:10]) + (" …" if len(gone) > 10 else "")
        after = [lines[n] for n in lines if n > gone[0]]
        yield Problem(
            "gap-in-numbers",
            f"Neither a mark nor a note has the number {shown}, though higher numbers exist.",
            "Compare with the original page: a passage may be lost; or allow missing notes.",
            file=file,
            line=min(after),
        )


def _disorder(marks: Sequence[Mark], style: MarkStyle, file: str) -> Iterator[Problem]:
    highest = 0
    known: set[str] = set()
    for mark in marks:
        if not mark.label.isdecimal() or mark.label in known:
            continue
        known.add(mark.label)
        if int(mark.label) < highest:
            yield Problem(
                "marks-out-of-order",
                f"The mark {style.written(mark.label)} first comes after {style.written(str(highest))}.",
                "Compare with the original page. Readers will see the notes numbered in the order of the text.",
                Severity.CHECK,
                file,
                mark.line,
            )
        highest = max(highest, int(mark.label))


def _year(mark: Mark, style: MarkStyle, file: str) -> Problem:
    return Problem(
        "year-in-brackets",
        f"{style.written(mark.label)} was taken for a year, because there is no such note.",
        "If it is a note mark, add its note.",
        Severity.CHECK,
        file,
        mark.line,
    )
