"""What happened to a record since a person had it on the screen: the acts, and what differs, for pages of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from editorial.history.comparison import compare
from editorial.history.marks import state_of_mark
from editorial.history.states import known_at
from editorial.history.timeline import RecordedAct
from editorial.models import Tracked

from .conflict import acts_since
from .shown_changes import ShownComparison, shown


@dataclass(frozen=True)
class Meanwhile:
    """Who did what since then, newest first, and what differs; None where it is not known what was on the screen."""

    acts: list[RecordedAct]
    changes: ShownComparison | None


def meanwhile(model: type[Tracked], pk: int, mark: str, until: datetime) -> Meanwhile:
    """What was done to a whole from the version of a mark to a moment."""
    base = state_of_mark(model, pk, mark)
    acts = acts_since(model, pk, base)
    return Meanwhile(acts, shown(compare(base, known_at(model, pk, until))) if base else None)
