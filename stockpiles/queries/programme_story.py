"""A programme of destruction with its parts, and how far it had come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Model

from editorial.rules.explained import Explained
from stockpiles.models import Contribution, DestructionProgramme, ProgrammeDelay, ProgrammeStage
from stockpiles.rules.programme_order import Progress, problems_of_order, progress

from .figure_groups import Proofs, ShownRecord


@dataclass(frozen=True)
class ProgrammeStory:
    """A programme with its parts in order, and how far it had come."""

    programme: ShownRecord[DestructionProgramme]
    stages: tuple[ShownRecord[ProgrammeStage], ...]
    delays: tuple[ShownRecord[ProgrammeDelay], ...]
    contributions: tuple[ShownRecord[Contribution], ...]
    progress: Explained[Progress]
    problems: tuple[str, ...]


def parts_of(programme: DestructionProgramme) -> Iterator[Model]:
    """Its stages, delays and contributions, each with a note of its own."""
    yield from programme.stages.all()
    yield from programme.delays.all()
    yield from programme.contributions.all()


def programme_story(programme: DestructionProgramme, proof: Proofs, *, as_of: date) -> ProgrammeStory:
    """Progress on the day asked about, or at the end of the programme if that came first. Reads nothing."""
    stages = list(programme.stages.all())
    as_stages = [stage.as_stage for stage in stages]
    day = min(as_of, programme.ended.latest) if programme.ended else as_of
    return ProgrammeStory(
        programme=proof.shown(programme),
        stages=tuple(proof.shown(stage) for stage in stages),
        delays=tuple(proof.shown(delay) for delay in programme.delays.all()),
        contributions=tuple(proof.shown(given) for given in programme.contributions.all()),
        progress=progress(as_stages, as_of=day),
        problems=tuple(problems_of_order(as_stages)),
    )
