"""Two people edited the same text: what each changed alone is taken over, what both changed is put to them.

The unit is the paragraph or the definition of a note. Changes to different units go together, also to neighbours;
different changes to one unit, or different paragraphs put in the same place, are a conflict. New notes never are:
two of one label are told apart by giving the second another label, in its marks too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby, pairwise

from editorial.texts.alignment import Effort, align
from editorial.texts.compare import paired_in_order
from editorial.texts.dialect import normalised
from editorial.texts.document import Document
from editorial.texts.rewriting import rename_notes


@dataclass(frozen=True)
class MergeConflict:
    """A place that both changed. The merged text holds `mine` there; "" where a side deleted it or had nothing.

    line  where it stands in the merged text, counted from 1
    """

    base: str
    mine: str
    theirs: str
    line: int


@dataclass(frozen=True)
class MergeResult:
    """The merged text, and what remains to be decided."""

    text: str
    conflicts: tuple[MergeConflict, ...]


@dataclass(frozen=True)
class TextUnit:
    """A paragraph, or the definition of a note."""

    text: str
    label: str  # of the note it defines; "" in the body
    gap: str  # what follows it up to the next unit

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TextUnit) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)


@dataclass(frozen=True)
class UnitChange:
    """One unit of the base replaced or deleted (end = start + 1), or units put before it (end = start)."""

    start: int
    end: int
    units: tuple[TextUnit, ...]
    is_mine: bool


def merge(base: str, mine: str, theirs: str) -> MergeResult:
    """Both edits of `base` in one text. Takes any input; ends of lines come out as line feeds."""
    base, mine, theirs = normalised(base), normalised(mine), normalised(theirs)
    if mine in (base, theirs):
        return MergeResult(theirs, ())
    if theirs == base:
        return MergeResult(mine, ())
    theirs = _told_apart(base, mine, theirs)
    units = units_of(base)
    changes = [*changes_between(units, units_of(mine), True), *changes_between(units, units_of(theirs), False)]
    old_labels = {unit.label for unit in units}
    new_notes: set[str] = set()
    merged: list[TextUnit] = []
    places: list[tuple[int, str, str, str]] = []  # index of a unit, then the three versions

    def take(version: list[TextUnit]) -> None:
        for unit in version:
            if unit.label and unit.label not in old_labels:
                words = " ".join(unit.text.split())
                if words in new_notes:
                    continue  # both sides added the same note in different places
                new_notes.add(words)
            merged.append(unit)

    at = 0
    for (start, end), group in groupby(sorted(changes, key=_place), key=_place):
        sides = {change.is_mine: list(change.units) for change in group}
        was = units[start:end]
        my_units, their_units = sides.get(True, was), sides.get(False, was)
        merged += units[at:start]
        at = end
        if my_units in (their_units, was):
            take(their_units)
        elif their_units == was:
            take(my_units)
        elif start == end:
            both, my_body, their_body = _both_inserted(my_units, their_units)
            before = len(merged)
            take(both)
            if their_body:
                first = next(index for index in range(before, len(merged)) if not merged[index].label)
                places.append((first, "", my_body, their_body))
        else:
            places.append((len(merged), joined(was), joined(my_units), joined(their_units)))
            take(my_units)
    merged += units[at:]
    end_of_text = mine[len(mine.rstrip("\n")) :] if merged else ""
    return MergeResult(joined(merged) + end_of_text, tuple(_conflicts(merged, places)))


def _place(change: UnitChange) -> tuple[int, int]:
    return change.start, change.end


def _told_apart(base: str, mine: str, theirs: str) -> str:
    """Their text, its new notes given other labels where mine has a different new note of the same label."""
    of_base, of_mine, of_theirs = (_definitions(text) for text in (base, mine, theirs))
    taken = of_mine.keys() | of_theirs.keys()
    names: dict[str, str] = {}
    for label, words in of_theirs.items():
        if label not in of_base and of_mine.get(label, words) != words:
            candidates = (f"{label[:150]}-{number}" for number in count(2))
            names[label] = next(
                name
                for name in candidates
                if name not in taken and f"[^{name}]" not in mine and f"[^{name}]" not in theirs
            )
            taken.add(names[label])
    return rename_notes(theirs, names) if names else theirs


def _definitions(text: str) -> dict[str, str]:
    document = Document(text)
    return {label: document.markdown_of_note(note) for label, note in document.defined.items()}


def units_of(text: str) -> list[TextUnit]:
    """The paragraphs and definitions of a normalised text in order, with what stands between them."""
    document = Document(text)
    lines = document.source_lines
    notes = {note.lines[0]: note for note in document.top_definitions}
    spans: list[tuple[int, int, str]] = []
    at = 0
    while at < len(lines):
        start = at
        if note := notes.get(at):
            at = max(note.lines[1], at + 1)
            end = at
            while end > start + 1 and not lines[end - 1].strip():
                end -= 1
            spans.append((start, end, note.label))
        elif not lines[at].strip():
            at += 1
        else:
            while at < len(lines) and lines[at].strip() and (at == start or at not in notes):
                at += 1
            spans.append((start, at, ""))
    gaps = ["\n" * (after[0] - before[1] + 1) for before, after in pairwise(spans)]
    return [
        TextUnit("\n".join(lines[start:end]), label, gap)
        for (start, end, label), gap in zip(spans, [*gaps, ""], strict=False)
    ]


def changes_between(base: list[TextUnit], new: list[TextUnit], is_mine: bool) -> Iterator[UnitChange]:
    """What makes one text of the other, unit by unit, in the order of the base."""
    for stretch in align(base, new, Effort()):
        if stretch.op == "equal":
            continue
        at, to = stretch.old_start, stretch.new_start
        before, after = base[at : stretch.old_end], new[to : stretch.new_end]
        added: list[TextUnit] = []
        start = at

        def related(i: int, j: int, before: list[TextUnit] = before, after: list[TextUnit] = after) -> bool | None:
            labels = before[i].label, after[j].label
            return labels[0] == labels[1] if any(labels) else None

        pairs = paired_in_order([unit.text for unit in before], [unit.text for unit in after], related)
        for was, is_ in pairs:
            if was is None:
                added.append(new[to])
                to += 1
                continue
            if added:
                yield UnitChange(start, start, tuple(added), is_mine)
                added = []
            replaced = (new[to],) if is_ is not None else ()
            yield UnitChange(at, at + 1, replaced, is_mine)
            at, to, start = at + 1, to + len(replaced), at + 1
        if added:
            yield UnitChange(start, start, tuple(added), is_mine)


def _both_inserted(mine: list[TextUnit], theirs: list[TextUnit]) -> tuple[list[TextUnit], str, str]:
    """New units in one place: notes go together, paragraphs of both sides are a conflict.

    Returns the units to take and, where there is a conflict, the paragraphs of either side.
    """
    my_body, their_body = ([unit for unit in side if not unit.label] for side in (mine, theirs))
    labels = {unit.label for unit in mine}
    new_notes = [unit for unit in theirs if unit.label and unit.label not in labels]
    if not their_body or my_body == their_body:
        return [*mine, *new_notes], "", ""
    if not my_body:
        return [*their_body, *mine, *new_notes], "", ""
    return [*mine, *new_notes], joined(my_body), joined(their_body)


def joined(units: Sequence[TextUnit]) -> str:
    """Units as one text, without the line ends after the last."""
    return "".join(text for pair in _with_gaps(units) for text in pair)


def _with_gaps(units: Sequence[TextUnit]) -> Iterator[tuple[str, str]]:
    for unit, after in zip(units, [*units[1:], None], strict=False):
        if after is None:
            gap = ""
        elif "\n\n" in unit.gap:
            gap = unit.gap
        else:  # only a definition of a note may follow without an empty line
            gap = "\n" if after.label and (unit.label or unit.gap) else "\n\n"
        yield unit.text, gap


def _conflicts(merged: list[TextUnit], places: list[tuple[int, str, str, str]]) -> Iterator[MergeConflict]:
    lines = [1]
    for text, gap in _with_gaps(merged):
        lines.append(lines[-1] + text.count("\n") + gap.count("\n"))
    for index, base, mine, theirs in places:
        yield MergeConflict(base, mine, theirs, lines[min(index, len(lines) - 1)])
