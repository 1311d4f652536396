"""The world map: states coloured by class, each a link; pattern, shape and word beside the colour.

The shapes are drawn once (deploy/map) and read from reference/world_map.json. Show a map with `{% world_map figure %}`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, Unpack

from editorial.charts.figure import Caption, anchor_of
from editorial.charts.once import DrawnFigure, drawn_once

SHAPES = Path(__file__).parent / "reference" / "world_map.json"

Paint = Literal[
    "party", "deposited", "signatory", "not-joined", "withdrawn", "met", "due-soon", "overdue", "unknown"
]
"""A fill that is told apart by its pattern, and a marker by its shape, where colours are not seen."""
Sign = Literal["circle", "diamond", "square", "triangle", "cross"]
SIGNS: dict[Paint, Sign] = {
    "party": "circle",
    "deposited": "circle",
    "signatory": "diamond",
    "not-joined": "square",
    "withdrawn": "triangle",
    "met": "circle",
    "due-soon": "diamond",
    "overdue": "triangle",
    "unknown": "cross",
}


@dataclass(frozen=True)
class MapClass:
    """What a state can be on this map: its word and its fill."""

    name: str
    paint: Paint


@dataclass(frozen=True)
class MapState:
    """One state on the map: a shape, a marker, or both where the shape is too small to be seen."""

    name: str
    url: str
    map_class: MapClass
    shape: str
    marker: str


class DrawnState(NamedTuple):
    """The same in words, as the map writes it."""

    paint: str
    url: str
    name: str
    word: str
    shape: str
    marker: str


@dataclass(frozen=True)
class MapKey:
    """One line of the legend."""

    map_class: MapClass
    count: int
    marker: str


@dataclass(frozen=True)
class WorldMap(DrawnFigure):
    """A map ready to be shown."""

    anchor: str
    caption: Caption
    view_box: str
    neutral: str
    states: tuple[MapState, ...]
    key: tuple[MapKey, ...]
    not_drawn: tuple[MapState, ...]
    """States that have a class but no place in the atlas; they are named below the map."""
    table_url: str

    @property
    def paints(self) -> list[Paint]:
        """The fills in use that need a pattern."""
        return sorted({line.map_class.paint for line in self.key})

    @property
    def drawn(self) -> list[DrawnState]:
        """The states in words, in their order."""
        return [
            DrawnState(one.map_class.paint, one.url, one.name, one.map_class.name, one.shape, one.marker)
            for one in self.states
        ]

    template = "_components/world_map.html"


def world_map(
    *,
    classes: Mapping[str, MapClass],
    names: Mapping[str, str],
    url_for: Callable[[str], str],
    legend: Sequence[MapClass],
    table_url: str = "",
    **caption: Unpack[Caption],
) -> WorldMap:
    """States (ISO 3166 alpha-3) in the fill of their class, with a legend that counts them.

    States that are not in `classes` are drawn neutral, without a link. Raises ValueError for a class that is not in
    the legend, for two classes with one fill and for a state without a name.
    """
    paints = Counter(one.paint for one in legend)
    if paints and max(paints.values()) > 1:
        raise ValueError(
            f"Two classes share the fill {paints.most_common(1)[0][0]}; they could not be told apart."
        )
    for iso3, one in classes.items():
        if one not in legend:
            raise ValueError(f"{iso3}: the class {one.name!r} is not in the legend.")
        if not names.get(iso3):
            raise ValueError(f"{iso3} has no name.")
    ordered = sorted(classes, key=lambda code: names[code])
    states = [(iso3, names[iso3], url_for(iso3), classes[iso3]) for iso3 in ordered]
    return _drawn(states, legend, table_url, caption)


@drawn_once
def _drawn(
    said: Sequence[tuple[str, str, str, MapClass]], legend: Sequence[MapClass], table_url: str, caption: Caption
) -> WorldMap:
    """States by name: code, name, address and class."""
    atlas = _atlas()
    drawn: list[MapState] = []
    absent: list[MapState] = []
    for iso3, name, url, map_class in said:
        place = atlas["states"].get(iso3)
        at = place.get("at") if place else None
        sign = SIGNS[map_class.paint]
        state = MapState(
            name=name,
            url=url,
            map_class=map_class,
            shape=place.get("d", "") if place else "",
            marker=_marker(sign, at, atlas["marker"]) if at else "",
        )
        (drawn if place else absent).append(state)
    counts, codes = Counter(one.name for *_, one in said), {iso3 for iso3, *_ in said}
    left_over = [place["d"] for iso3, place in atlas["states"].items() if iso3 not in codes and "d" in place]
    return WorldMap(
        anchor=anchor_of(caption),
        caption=caption,
        view_box=" ".join(str(number) for number in atlas["box"]),
        neutral=atlas["neutral"] + "".join(left_over),
        # markers last: a larger neighbour drawn later would cover them
        states=tuple(sorted(drawn, key=lambda state: bool(state.marker))),
        key=tuple(MapKey(one, counts[one.name], _marker(SIGNS[one.paint], (7, 7), 5)) for one in legend),
        not_drawn=tuple(absent),
        table_url=table_url,
    )


@cache
def _atlas() -> dict[str, Any]:
    atlas: dict[str, Any] = json.loads(SHAPES.read_text(encoding="utf-8"))
    return atlas


def _marker(sign: Sign, at: Sequence[float], radius: float) -> str:
    """The path of a marker; all signs cover about the same area."""
    x, y = at
    if sign == "diamond":
        r = radius * 1.2
        return f"M{x} {y - r:g}l{r:g} {r:g}l{-r:g} {r:g}l{-r:g} {-r:g}z"
    if sign == "triangle":
        r = radius * 1.15
        return f"M{x} {y - r:g}l{r:g} {2 * r:g}h{-2 * r:g}z"
    if sign == "square":
        r = radius * 0.85
        return f"M{x - r:g} {y - r:g}h{2 * r:g}v{2 * r:g}h{-2 * r:g}z"
    if sign == "cross":
        r = radius * 0.45
        arms = f"h{2 * r:g}v{r:g}h{r:g}v{2 * r:g}h{-r:g}v{r:g}h{-2 * r:g}v{-r:g}h{-r:g}v{-2 * r:g}h{r:g}z"
        return f"M{x - r:g} {y - 2 * r:g}{arms}"
    return f"M{x - radius:g} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0z"
