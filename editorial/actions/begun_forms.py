"""Keeping what somebody types, until it is saved, thrown away, or long forgotten."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from editorial.models import BegunForm, SavedForm, User

Typed = Sequence[Sequence[str]]
"""Names and values of a form as it would be posted: [[name, value], …]."""


class TooManyBegun(Exception):
    """The person has begun more than is kept. What they type stays in their browser."""


@dataclass(frozen=True)
class Opened:
    """One opened form: its number, that of the window it stands in, whose it is, where and what it is about."""

    form_id: uuid.UUID
    window: uuid.UUID
    person: User
    place: str
    title: str


@transaction.atomic
def keep_begun(opened: Opened, *, typed: Typed, known_at: datetime | None, at: datetime) -> BegunForm | None:
    """Keep the fields of an opened form as they stand now; None where that form is saved already.

    ``known_at`` is when what this window brought back had been kept. Where another window has kept the same form since,
    its words stay, and these are kept beside them as a form of their own, under the number that is returned.
    Raises TooManyBegun.
    """
    own: dict[str, Any] = {"person": opened.person, "form_id": opened.form_id}
    if SavedForm.objects.filter(**own).exists():
        return None
    kept = BegunForm.objects.select_for_update().filter(**own).first()
    if kept is not None and opened.window != kept.window and known_at != kept.kept_at:
        return keep_begun(replace(opened, form_id=uuid.uuid4()), typed=typed, known_at=None, at=at)
    if kept is None and BegunForm.objects.filter(person=opened.person).count() >= BegunForm.AT_MOST:
        raise TooManyBegun
    said = {"window": opened.window, "place": opened.place, "title": opened.title, "kept_at": at}
    begun: BegunForm = BegunForm.objects.update_or_create(
        **own, defaults=said | {"typed": [list(pair) for pair in typed]}
    )[0]
    return begun


def forget_begun(*, person: User, form_id: uuid.UUID) -> None:
    """Throw away what a person has begun in one form."""
    BegunForm.objects.filter(person=person, form_id=form_id).delete()


def sweep_forms(*, at: datetime) -> tuple[int, int]:
    """Throw away what nobody went on with, and the notes of what was saved; answers how many of each."""
    begun = BegunForm.objects.filter(kept_at__lt=at - BegunForm.KEPT_FOR).delete()[0]
    saved = SavedForm.objects.filter(saved_at__lt=at - SavedForm.KEPT_FOR).delete()[0]
    return begun, saved
