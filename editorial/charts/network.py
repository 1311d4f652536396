"""Who acts together: one actor in the middle, partners around it, ties as thick as they are frequent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Unpack

from django.utils.translation import gettext

from editorial.charts.figure import (
    SIZES,
    TEXT,
    Caption,
    Chart,
    Drawing,
    Mark,
    Size,
    TableCell,
    anchor_of,
    text,
)
from editorial.charts.lettering import trim, width_of, wrap
from editorial.charts.numbers import exact, number_words

MOST_PARTNERS = 24
"""More names than this make a ball of wool; the rest stand in the table."""
STEP = 21  # between two names on one side
THICKEST = 7.0
NAMES = 0.68  # the share of a side that names may take


@dataclass(frozen=True)
class Partner:
    """Another actor and how often the two acted together."""

    name: str
    weight: int
    url: str = ""


def network(*, centre: str, partners: Sequence[Partner], unit: str, **caption: Unpack[Caption]) -> Chart:
    """The centre with its most frequent partners around it, the most frequent on top; all of them in the table.

    Raises ValueError without partners and for a weight that is not a positive number.
    """
    if not partners:
        raise ValueError("A network needs at least one partner; show a sentence where there is none.")
    for partner in partners:
        if not exact(partner.weight, partner.name):
            raise ValueError(f"{partner.name}: a tie of {partner.weight} is no tie; leave the partner out.")
    ranked = sorted(partners, key=lambda partner: (-partner.weight, partner.name))
    shown, left_out = ranked[:MOST_PARTNERS], len(ranked) - MOST_PARTNERS
    note = (gettext("%(count)s further partners are in the table.") % {"count": left_out},) if left_out > 0 else ()
    drawings = tuple(Drawing(size, width, *_draw(centre, shown, unit, size, width)) for size, width in SIZES)
    top = gettext("%(centre)s with %(count)s partners; most often with %(first)s (%(weight)s).") % {
        "centre": centre,
        "count": len(ranked),
        "first": ranked[0].name,
        "weight": number_words(ranked[0].weight),
    }
    return Chart(
        kind="network",
        anchor=anchor_of(caption),
        caption=caption,
        unit=unit,
        description=top,
        drawings=drawings,
        headings=(TableCell(gettext("Partner")), TableCell(unit, is_number=True)),
        rows=tuple(
            (TableCell(partner.name, url=partner.url), TableCell(number_words(partner.weight), is_number=True))
            for partner in ranked
        ),
        notes=note,
    )


def _draw(
    centre: str, partners: Sequence[Partner], unit: str, size: Size, width: int
) -> tuple[int, tuple[Mark, ...]]:
    """Partners on a half ellipse a side with even steps between the names, so that no name touches another.

    The narrow drawing has one side only, which leaves the names twice the room.
    """
    sides = [(1, partners)] if size == "narrow" else [(-1, partners[1::2]), (1, partners[0::2])]
    rows = max(len(members) for _, members in sides)
    half = max(rows * STEP / 2, 40.0)
    middle_y = half + 8
    middle_x = 34.0 if size == "narrow" else width / 2
    beside = width - middle_x
    widest = max(width_of(_words(partner), TEXT) for partner in partners)
    reach = beside - min(widest, beside * NAMES) - 12
    heaviest = max(partner.weight for partner in partners)
    ties: list[Mark] = []
    nodes: list[Mark] = []
    for side, members in sides:
        for number, partner in enumerate(members):
            up = (number - (len(members) - 1) / 2) * STEP
            x, y = middle_x + side * reach * sqrt(1 - (up / half) ** 2), middle_y + up
            title = f"{centre}, {partner.name}: {number_words(partner.weight)} {unit}"
            thickness = max(THICKEST * partner.weight / heaviest, 0.8)
            ends = {"x1": middle_x, "y1": middle_y, "x2": x, "y2": y, "stroke-width": thickness}
            ties.append(Mark("line", "chart-tie", ends, title=title))
            nodes.append(Mark("circle", "chart-node", {"cx": x, "cy": y, "r": 3.5}, title=title))
            words = _trimmed(partner, (width - x if side > 0 else x) - 10)
            anchor = "start" if side > 0 else "end"
            nodes.append(text("chart-node-name", x + side * 8, y + 4.5, words, anchor=anchor, href=partner.url))
    ties.sort(key=lambda tie: -float(tie.geometry["stroke-width"]))
    nodes.append(Mark("circle", "chart-centre", {"cx": middle_x, "cy": middle_y, "r": 6}, title=centre))
    for number, words in enumerate(wrap(centre, max(reach, 80), TEXT + 2, at_most=2)):
        x = max(middle_x, width_of(words, TEXT + 2) / 2) if size == "narrow" else middle_x
        nodes.append(text("chart-centre-name", x, middle_y + 24 + number * 17, words, anchor="middle"))
    return int(2 * half + 16), tuple(ties + nodes)


def _words(partner: Partner) -> str:
    return f"{partner.name} {number_words(partner.weight)}"


def _trimmed(partner: Partner, room: float) -> str:
    """The partner's name and weight; only the name is cut where there is not enough room."""
    weight = f" {number_words(partner.weight)}"
    return trim(partner.name, room - width_of(weight, TEXT), TEXT) + weight
