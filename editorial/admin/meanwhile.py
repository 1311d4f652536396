"""What happened to a record since a person had it on the screen, or read it last: the acts, and what differs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from editorial.history.acts import moment_of
from editorial.history.comparison import compare
from editorial.history.marks import state_of_mark
from editorial.history.states import known_at, known_at_both
from editorial.history.timeline import RecordedAct
from editorial.models import Publishable, Status, Tracked, User

from .conflict import acts_since
from .shown_changes import ShownComparison, shown
from .versions import USER


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


@dataclass(frozen=True)
class SinceLook:
    """What a text says otherwise than when a reviewer read it last: who that was and when, and the two versions."""

    words: str
    at: datetime
    changes: ShownComparison
    tokens: tuple[int, int]


def since_look(record: Publishable, reader: User, now: datetime) -> SinceLook | None:
    """What changed since this person approved the text or sent it back, else since anybody sent it back; None where
    nobody did, or where it says the same."""
    versions = list(_steps_of(record))
    looks = [new for old, new in pairwise(versions) if _is_look(old, new)]
    own = [one for one in looks if one.history_user_id == reader.pk]
    sent_back = [one for one in looks if one.status == Status.DRAFT]
    look = (own or sent_back or [None])[-1]
    if look is None:
        return None
    changes = shown(compare(*known_at_both(type(record), record.pk, moment_of(look), now)))
    if changes.is_same:
        return None
    who = "you" if look.history_user_id == reader.pk else str(look.history_user)
    tokens = (look.history_id, versions[-1].history_id)
    return SinceLook(f"What changed since {who} read it last", look.history_date, changes, tokens)


def _steps_of(record: Publishable) -> Iterable[Any]:
    """The versions of a record, oldest first, without what they say."""
    steps = ("history_date", "history_user", "status", "submitted_by", "reviewed_by")
    return record.history.order_by("history_date", "history_id").select_related("history_user").only(*steps, *USER)


def _is_look(old: Any, new: Any) -> bool:
    """The act by which somebody who had read the text in review approved it, or made it a draft again."""
    if old.status != Status.IN_REVIEW or new.history_user_id in (None, old.submitted_by_id):
        return False
    approved = old.reviewed_by_id is None and new.reviewed_by_id == new.history_user_id
    return bool(new.status == Status.DRAFT or (new.status == Status.IN_REVIEW and approved))
