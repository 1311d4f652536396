"""A suggested text beside the stored one: its changes one by one, and the stored text with some of them.

The unit is that of a merge: the paragraph, or the definition of a note. A note that a change brings or drops goes with
the paragraph that refers to it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from editorial.texts.dialect import NOTE_MARK, normalised
from editorial.texts.merge import MergeConflict, TextUnit, UnitChange, changes_between, joined, merge, units_of


@dataclass(frozen=True)
class SuggestedChange:
    """One change that can be taken over by itself.

    number       from 1, in the order of the text; the same texts give the same numbers
    old, new     the units as they are and as they would be, "" for none
    is_conflict  the words changed since the suggestion was made: taking it over undoes what was written meanwhile
    """

    number: int
    old: str
    new: str
    is_conflict: bool


def suggested_changes(base: str, suggested: str, current: str) -> tuple[SuggestedChange, ...]:
    """What of a suggestion, made on ``base``, is not in the text as it stands by now."""
    merged = merge(base, suggested, current)
    units = units_of(normalised(current))
    found = []
    for number, group in enumerate(_groups(units, merged.text), 1):
        old = "\n\n".join(unit.text for one in group for unit in units[one.start : one.end])
        new = "\n\n".join(unit.text for one in group for unit in one.units)
        found.append(SuggestedChange(number, old, new, any(_is_at(one, new, old) for one in merged.conflicts)))
    return tuple(found)


def with_changes(base: str, suggested: str, current: str, numbers: Collection[int]) -> str:
    """The text as it stands, with those of the suggested changes that have these numbers."""
    current = normalised(current)
    units = units_of(current)
    groups = _groups(units, merge(base, suggested, current).text)
    wanted = [one for number, group in enumerate(groups, 1) if number in numbers for one in group]
    taken: list[TextUnit] = []
    at = 0
    for one in sorted(wanted, key=lambda change: (change.start, change.end)):
        taken += [*units[at : one.start], *one.units]
        at = one.end
    taken += units[at:]
    return joined(taken) + current[len(current.rstrip("\n")) :]


def _groups(units: list[TextUnit], merged: str) -> list[list[UnitChange]]:
    """The changes that make the merged text, each note's with that of the first paragraph whose marks need it."""
    changes = list(changes_between(units, units_of(normalised(merged)), is_mine=True))
    groups: list[list[UnitChange]] = []
    notes = []
    for one in changes:
        if _label(one, units) and not (units[one.start : one.end] and one.units):
            notes.append(one)  # a note that comes or goes; one whose words change stands by itself
        else:
            groups.append([one])
    for note in notes:
        label = _label(note, units)
        needs = next((group for group in groups if label in _marks_changed(group[0], units)), None)
        if needs is None:
            groups.append([note])
        else:
            needs.append(note)
    return sorted(groups, key=lambda group: (group[0].start, group[0].end))


def _label(one: UnitChange, units: list[TextUnit]) -> str:
    return next((unit.label for unit in (*one.units, *units[one.start : one.end])), "")


def _marks_changed(one: UnitChange, units: list[TextUnit]) -> set[str]:
    """Labels of the marks that a change brings or drops."""
    old, new = (
        {mark["label"] for unit in side for mark in NOTE_MARK.finditer(unit.text)}
        for side in (units[one.start : one.end], one.units)
    )
    return old ^ new


def _is_at(conflict: MergeConflict, new: str, old: str) -> bool:
    return conflict.mine == new or (not conflict.mine and conflict.theirs == old)
