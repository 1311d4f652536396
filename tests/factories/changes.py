"""Changes of facts as the team makes them: proposed by one person, confirmed by another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from editorial.actions.confirming import confirm, fingerprint
from editorial.actions.proposing import propose
from editorial.models import ChangeSet, Tracked, User

PRIVATE = "PRIVATE-REASON"
SPOKEN = "PRIVATE-DECISION"
NAMES = ("ana-the-author", "ben-the-second")
"""Marks that no reader may meet anywhere."""


def person(username: str) -> User:
    return User.objects.get_or_create(username=username, defaults={"is_staff": True})[0]


def proposed(act: Callable[[], Any], note: str = "") -> ChangeSet:
    """An open set of what the act would write."""
    made = propose(act, by=person(NAMES[0]), reason=PRIVATE, public_note=note).change_set
    assert made is not None
    return made


def confirmed(act: Callable[[], Any], note: str = "") -> ChangeSet:
    """The same, confirmed at once by a second person."""
    made = proposed(act, note)
    confirm(change_set=made, by=person(NAMES[1]), read=fingerprint(made), words=SPOKEN)
    return made


def changing(record: Tracked, **values: object) -> Callable[[], None]:
    """The act that writes some values into a record."""

    def act() -> None:
        current = type(record)._base_manager.get(pk=record.pk)
        for name, value in values.items():
            setattr(current, name, value)
        current.save()

    return act


def deleting(record: Tracked) -> Callable[[], None]:
    """The act that deletes a record."""

    def act() -> None:
        type(record)._base_manager.get(pk=record.pk).delete()

    return act
