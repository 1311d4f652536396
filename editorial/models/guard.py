"""While a person's request is answered, no fact that readers see is written but through a change set.

The guard stands before the write: a refusal after it could leave a row without a version. Commands and loaders, which
bring their own provenance, are not asked; they run outside any request.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models
from django.db.models.signals import pre_delete, pre_save

from .parts import four_eyes_of
from .tracked import FourEyes, Tracked

_is_shut: ContextVar[bool] = ContextVar("facts_wait_for_a_second_person", default=False)


class NobodyElseSaw(RuntimeError):
    """A fact would have reached readers by one hand: some way of writing it goes round the change sets."""


@contextmanager
def facts_wait() -> Iterator[None]:
    """Nothing is written inside but through ``at_the_door``: what a request of a person runs in."""
    token = _is_shut.set(True)
    try:
        yield
    finally:
        _is_shut.reset(token)


@contextmanager
def at_the_door() -> Iterator[None]:
    """Facts are written inside: on trial, as confirmed, or where no reader sees them yet."""
    token = _is_shut.set(False)
    try:
        yield
    finally:
        _is_shut.reset(token)


def listen() -> None:
    """Called once, when the application starts."""
    pre_save.connect(_before_saving, dispatch_uid="facts-wait")
    pre_delete.connect(_before_deleting, dispatch_uid="facts-wait")


def _before_saving(sender: type[models.Model], instance: Tracked, raw: bool = False, **kwargs: object) -> None:
    if not _is_shut.get() or raw or not issubclass(sender, Tracked):
        return
    if not (instance._state.adding and sender.NEW_IS_UNSEEN):
        _refuse(sender)


def _before_deleting(sender: type[models.Model], **kwargs: object) -> None:
    if _is_shut.get() and issubclass(sender, Tracked):
        _refuse(sender)


def _refuse(sender: type[Tracked]) -> None:
    if four_eyes_of(sender) is FourEyes.CHANGE_SET:
        raise NobodyElseSaw(
            f"A {sender._meta.verbose_name} is written through a change set (editorial.actions.proposing)."
        )
