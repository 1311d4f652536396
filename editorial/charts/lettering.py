"""How much room words take, and how to make them fit without overlapping.

The server cannot measure letters. Widths are those of Source Sans with a tenth to spare, so that a stand-in font
does not run over its neighbour.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

SPARE = 1.1
EMS = {
    **dict.fromkeys("iljI.,:;'’|!·", 0.27),
    **dict.fromkeys('frt()-/" ', 0.33),
    **dict.fromkeys("mM", 0.84),
    **dict.fromkeys("wW%…", 0.78),
}


def width_of(words: str, size: float) -> float:
    """The room of one line of words at a letter size, in drawing units."""
    return SPARE * size * sum(_em(letter) for letter in words)


def _em(letter: str) -> float:
    if letter in EMS:
        return EMS[letter]
    if letter.isdigit():
        return 0.5
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.6 if letter.isupper() else 0.5 if letter.isascii() else 0.56


def trim(words: str, room: float, size: float) -> str:
    """The words, cut with an ellipsis where they do not fit."""
    if width_of(words, size) <= room:
        return words
    cut = words
    while cut and width_of(cut + "…", size) > room:
        cut = cut[:-1]
    return cut.rstrip() + "…"


def wrap(words: str, room: float, size: float, at_most: int = 2) -> list[str]:
    """The words on at most so many lines; what does not fit is cut from the last."""
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < at_most - 1:
        count = 1
        while count < len(rest) and width_of(" ".join(rest[: count + 1]), size) <= room:
            count += 1
        lines.append(trim(" ".join(rest[:count]), room, size))
        rest = rest[count:]
    if rest:
        lines.append(trim(" ".join(rest), room, size))
    return lines or [""]


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions as near as possible to the wanted ones, at least a gap apart, within low and high.

    Where there is not enough room for the gaps, the positions are spread evenly.

    >>> spread([10, 12, 50], gap=10, low=0, high=100)
    [6.0, 16.0, 50]
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    if len(order) > 1 and gap * (len(order) - 1) > high - low:
        gap = (high - low) / (len(order) - 1)
    groups: list[tuple[float, list[int]]] = []  # centre of a block of touching labels, members
    for index in order:
        groups.append((min(max(wanted[index], low), high), [index]))
        while len(groups) > 1 and _end(groups[-2], gap) + gap > _start(groups[-1], gap) + 1e-9:
            (_, before), (_, after) = groups[-2:]
            members = before + after
            half = gap * (len(members) - 1) / 2
            centre = sum(wanted[member] for member in members) / len(members)
            groups[-2:] = [(min(max(centre, low + half), high - half), members)]
    placed = [0.0] * len(wanted)
    for centre, members in groups:
        for number, member in enumerate(members):
            placed[member] = centre + gap * (number - (len(members) - 1) / 2)
    return placed


def _start(group: tuple[float, list[int]], gap: float) -> float:
    return group[0] - gap * (len(group[1]) - 1) / 2


def _end(group: tuple[float, list[int]], gap: float) -> float:
    return group[0] + gap * (len(group[1]) - 1) / 2
