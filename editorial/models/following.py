"""What follows when a row is written: two lists, each run in its order, in the transaction of the row.

A follower is told which record was written, and how. Which there are stands in ccm_site/wiring.py, to be read from
top to bottom: one list for every save or deletion of a tracked row, by whatever door it comes (a form, an import, an
action, a deletion that takes further rows along); and one for a release, run by the action that freezes it. The
version of a tracked row is written before its followers run. Rows of a fixture (loaddata) are followed by nothing;
``rebuild_index`` makes good for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Protocol

from django.db import models
from django.db.models.signals import post_delete, post_save

from editorial.slots import Slot

from .tracked import Tracked


class HowWritten(StrEnum):
    """How a row was written."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"


class Follower(Protocol):
    """One thing that follows. It says by itself which records it minds, and raises to have the row not written."""

    def __call__(self, record: Any, how: HowWritten, /) -> object: ...


ForNewRows = Callable[[Sequence[Any]], object]

row_followers: Slot[Follower] = Slot("followers of a tracked row")
new_row_followers: Slot[tuple[Follower, ForNewRows]] = Slot("followers of many new rows")
"""What some followers of a row do for many new ones of a table at once: the same, and cheaper."""
release_followers: Slot[Follower] = Slot("followers of a release")


def listen() -> None:
    """Called once, when the application starts: from then on the list of tracked rows is run.

    Django's signals are the only door that every save and every deletion passes, also of rows that go with another.
    """
    post_save.connect(_saved, dispatch_uid="row-followers")
    post_delete.connect(_deleted, dispatch_uid="row-followers")


def _saved(sender: type[models.Model], instance: Any, created: bool, raw: bool = False, **kwargs: object) -> None:
    if issubclass(sender, Tracked) and not raw:
        _follow(instance, HowWritten.CREATED if created else HowWritten.CHANGED)


def _deleted(sender: type[models.Model], instance: Any, **kwargs: object) -> None:
    if issubclass(sender, Tracked):
        _follow(instance, HowWritten.DELETED)


def _follow(record: Tracked, how: HowWritten) -> None:
    for follow in row_followers:
        follow(record, how)


def follow_new(records: Sequence[Tracked]) -> None:
    """The same for new rows of one table that were stored together, each follower in its turn."""
    at_once = dict(new_row_followers)
    for follow in row_followers:
        if together := at_once.get(follow):
            together(records)
        else:
            for record in records:
                follow(record, HowWritten.CREATED)
