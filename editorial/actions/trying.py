"""What confirming a set would lead to, found by writing it and undoing it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from editorial.models import Change, ChangeSet
from editorial.queries.change_sets import Answers, answers_about
from editorial.queries.doubts import doubts_about

from .confirming import Conflicts, without_source
from .proposing import capture


class Led(NamedTuple):
    """One answer to readers that would become another; "" where there was or would be none."""

    about: str
    now: str
    then: str


@dataclass(frozen=True)
class Trial:
    """What would change for readers, or what stands against it."""

    effects: tuple[Led, ...] = ()
    conflicts: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    is_tried: bool = True


def looked_over(change_set: ChangeSet) -> Trial:
    """What can be said of a set without writing it on trial, which takes a while for hundreds of records."""
    rows = list(change_set.rows.all())
    against = tuple(str(one) for one in without_source(rows))
    return Trial((), against, tuple(map(str, doubts_about(rows))), is_tried=False)


def tried(change_set: ChangeSet, only: Collection[UUID] | None = None) -> Trial:
    """Ask what readers are told now, write the set on trial, ask again, and undo it. ``only`` is as for confirming.

    The questions go to the readers' queries, never through pages: one made meanwhile would be kept, and served.
    """
    rows = [row for row in change_set.rows.all() if only is None or row.whole_id in only]
    against = tuple(str(one) for one in without_source(rows))
    improbable = tuple(map(str, doubts_about(rows)))
    now = answers_about(rows)
    change = Change(change_set.proposed_by, change_set.reason, change_set.public_note)

    def ask() -> Answers:
        return answers_about(rows)

    try:
        then, _ = capture(ask, change, first=rows)
    except Conflicts as refused:
        return Trial(conflicts=(*against, *refused.problems), doubts=improbable)
    about = dict.fromkeys([*now, *then])
    led = (Led(name, now.get(name, ""), then.get(name, "")) for name in about)
    return Trial(tuple(one for one in led if one.now != one.then), against, improbable)
