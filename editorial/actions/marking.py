"""Which marks a change leaves for caches: those of the subjects on whose pages readers can see it, and no other.

Drafts leave none. Where it is not sure that a change shows only here and there, it is one of everything. A test changes
rows of every table and compares every page whose subjects have no mark by then.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from editorial.models import (
    EVERYTHING,
    FourEyes,
    PublicationCounter,
    Publishable,
    Release,
    Tracked,
    four_eyes_of,
    subject_of,
    whole_of,
)
from editorial.models.following import HowWritten
from editorial.models.trial import is_on_trial

STEPS_SEEN = {"withdrawn_at", "withdrawn_by", "withdrawal_reason"}
"""Fields of where a record stands that decide what readers see of its releases. Where it is published, or is as if it
had not been, a release was written, which leaves the marks."""


def mark_change(record: Any, how: HowWritten) -> None:
    """Marks the subjects of a tracked row or a release, in its transaction; a release also for the end of its embargo.

    Of what is written on trial nothing is kept, and nothing has to be told.
    """
    if is_on_trial():
        return
    if isinstance(record, Release):
        of = getattr(record, record.RECORD)
        waits = record.visible_from > timezone.now()
        PublicationCounter.note_change(
            _of_releases(of, _before(of, HowWritten.CHANGED)), seen_from=record.visible_from if waits else None
        )
    elif found := subjects(record, how):
        PublicationCounter.note_change(found)


def mark_new(rows: Sequence[Tracked]) -> None:
    """The same for many new rows, each subject once."""
    if found := set().union(*(subjects(row, HowWritten.CREATED) for row in rows)):
        PublicationCounter.note_change(found)


def subjects(row: Tracked, how: HowWritten) -> set[str]:
    """The subjects of which a written row changes what readers see; none where they see nothing of it."""
    eyes = four_eyes_of(type(row))
    if eyes is FourEyes.TEAM or (row.NEW_IS_UNSEEN and how == HowWritten.CREATED):
        return set()
    if eyes is FourEyes.RELEASE:
        return _of_working_copy(row, how)
    if not (part := _part(row)):
        return {EVERYTHING}
    return {part, *_named(row, _before(row, how))}


def _of_working_copy(row: Tracked, how: HowWritten) -> set[str]:
    """Readers see releases. Of a record that has any they see what its address is made of, and a withdrawal."""
    if not isinstance(row, Publishable) or (row.published_at is None and row.withdrawn_at is None):
        return set()
    before = _before(row, how)
    if before is not None:
        fields = [f for f in row._meta.concrete_fields if f.name in row.SEEN_OF_A_DRAFT | STEPS_SEEN]
        if all(getattr(row, f.attname) == getattr(before, f.attname) for f in fields):
            return set()
    return _of_releases(row, before)


def _of_releases(record: Publishable, before: Any) -> set[str]:
    if not record.SHOWN_ON:
        return {EVERYTHING}
    others = {subject_of(type(one), one.pk) for one in record.also_named()}
    return {record.SHOWN_ON, subject_of(type(record), record.pk), *_named(record, before), *others}


def _part(row: Tracked) -> str:
    return (whole_of(type(row)) or type(row)).SHOWN_ON


def _named(row: Tracked, before: Any) -> set[str]:
    """The records that a row names, or named until it was changed; of a part also those that its whole names."""
    versions = [row] if before is None else [row, before]
    if row.PART_OF:
        versions.append(getattr(row, row.PART_OF))
    return {
        subject_of(f.related_model, pk)
        for version in versions
        for f in version._meta.concrete_fields
        if isinstance(f.related_model, type)
        and issubclass(f.related_model, Tracked)
        and (pk := getattr(version, f.attname)) is not None
    }


def _before(row: Tracked, how: HowWritten) -> Any:
    """The version before the one that was just written; None for the first, and for a row that was not changed."""
    if how != HowWritten.CHANGED:
        return None
    return next(iter(type(row).history.filter(id=row.pk).order_by("-history_date", "-history_id")[1:2]), None)
