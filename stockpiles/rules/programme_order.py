"""The stages of a destruction programme: in which order they come, and which one is running on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from editorial.rules.explained import Explained, shown

from .dated import Dated, in_words

BASIS = "Order of a programme's stages"


@dataclass(frozen=True)
class Stage:
    """One stage: its place in the programme, its name, and when it was planned and really took place."""

    number: int
    name: str
    planned_start: Dated | None = None
    planned_end: Dated | None = None
    started: Dated | None = None
    ended: Dated | None = None


@dataclass(frozen=True)
class Progress:
    """How far a programme had come: stages with an end on record, the one running (None: not known), and all stages."""

    over: int
    running: Stage | None
    stages: int


def problems_of_order(stages: Sequence[Stage]) -> list[str]:
    """What is wrong with a list of stages: numbers that do not run 1, 2, 3 …, names given twice, a stage that
    ends before it starts, or ends before the one ahead of it has begun. Only what is certain is reported.
    """
    found: list[str] = []
    ordered = sorted(stages, key=lambda s: s.number)
    numbers = [s.number for s in ordered]
    if numbers != list(range(1, len(numbers) + 1)):
        found.append(
            f"The stages are numbered {', '.join(map(str, numbers))}; they should run from 1 without gaps."
        )
    names: dict[str, int] = {}
    for stage in ordered:
        key = stage.name.casefold().strip()
        if key in names:
            found.append(f"Stages {names[key]} and {stage.number} have the same name: {stage.name}.")
        names.setdefault(key, stage.number)
        for word, start, end in (
            ("planned", stage.planned_start, stage.planned_end),
            ("actual", stage.started, stage.ended),
        ):
            if _certainly_before(end, start):
                found.append(
                    f"Stage {stage.number}, {stage.name}: the {word} end ({in_words(end)}) "
                    f"comes before the start ({in_words(start)})."
                )
    for earlier, later in pairwise(ordered):
        if _certainly_before(later.ended, earlier.started):
            found.append(
                f"Stage {later.number}, {later.name}, ended ({in_words(later.ended)}) before "
                f"stage {earlier.number}, {earlier.name}, began ({in_words(earlier.started)})."
            )
    return found


def progress(stages: Sequence[Stage], *, as_of: date) -> Explained[Progress]:
    """How many stages have an end on record by a day, and which was running.

    Only a stage's own end counts: that a later stage was over says nothing on record about the ones before it. One
    that had begun is running while neither its end nor that of a later stage is on record.
    """
    ordered = sorted(stages, key=lambda s: s.number)
    ended = [s for s in ordered if _certainly_by(s.ended, as_of)]
    last = max((s.number for s in ended), default=0)
    begun = [s for s in ordered if s.number > last and _certainly_by(s.started, as_of)]
    running = begun[-1] if begun else None
    have = "has" if len(ended) == 1 else "have"
    words = f"By {shown(as_of)}, {len(ended)} of {len(ordered)} stages {have} an end on record"
    if ended and len(ended) < len(ordered):
        words += f" ({', '.join(str(s.number) for s in ended)})"
    words += f"; stage {running.number}, {running.name}, was running." if running else "."
    return Explained(
        Progress(len(ended), running, len(ordered)), BASIS, (("stages", len(ordered)), ("as of", as_of)), words
    )


def _certainly_before(first: Dated | None, second: Dated | None) -> bool:
    return bool(
        first is not None
        and second is not None
        and first.latest is not None
        and second.earliest is not None
        and first.latest < second.earliest
    )


def _certainly_by(when: Dated | None, day: date) -> bool:
    return when is not None and when.latest is not None and when.latest <= day
