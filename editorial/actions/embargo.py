"""A release that waits for its day: given another time, released now, or taken back before anybody saw it.

No reader has seen anything, so none is told why; the team is, in the audit log. What was frozen stays as it is. The
moment is the one thing that changes, while it lies ahead, and each decision is sealed anew (editorial.actions.sealing).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from editorial.actions.audit import note
from editorial.actions.publishing import refuse_another_version
from editorial.models import AuditAction, Publishable, Release, Status, User, recording
from editorial.models.following import HowWritten, release_followers
from editorial.rules.calendar import day_and_time
from editorial.rules.transitions import Refused, Step, require

Columns = dict[str, datetime]


def release_now(*, record: Publishable, by: User, reason: str, read: str | None = None) -> Release:
    """End the embargo of the newest release: readers see it from this moment."""
    return _decide("release_now", record, by, reason, read, lambda now: {"visible_from": now})


def reschedule(
    *, record: Publishable, by: User, reason: str, visible_from: datetime, read: str | None = None
) -> Release:
    """Give the newest release another moment, earlier or later. Refused for one that is past."""

    def columns(now: datetime) -> Columns:
        if visible_from <= now:
            raise Refused("This moment is past. Release it now instead.")
        return {"visible_from": visible_from}

    return _decide("reschedule", record, by, reason, read, columns)


def take_back(*, record: Publishable, by: User, reason: str, read: str | None = None) -> Release:
    """Make the newest release as if it had never been: no reader saw it, and its number is given again.

    The row stays, with its seal. The working copy is a draft again, unless somebody has gone on with it since.
    """
    return _decide("take_back", record, by, reason, read, lambda now: {"taken_back_at": now})


def _decide(
    step: Step,
    record: Publishable,
    by: User,
    reason: str,
    read: str | None,
    columns: Callable[[datetime], Columns],
) -> Release:
    """Locks the record, then asks and writes in one statement: at the end of an embargo either the step or the clock
    comes first. Raises Refused where readers see the release by now, or without a reason."""
    if not reason.strip():
        raise Refused("Say why: the team reads it in the audit log.")
    with transaction.atomic():
        current = type(record)._base_manager.select_for_update().get(pk=record.pk)
        refuse_another_version(current, read)
        require(step, current.standing)
        now = timezone.now()
        release = current.waiting_release(now)
        written = columns(now)
        if release is None or not type(release).objects.decide_embargo(release, now, **written):
            raise Refused("Its embargo has ended: readers see it.")
        until = release.visible_from
        release = type(release).objects.get(pk=release.pk)
        if release.taken_back_at is not None:
            with recording(by=by, reason=reason):
                _return_to_draft(current)
        note(action=AuditAction.EMBARGO, by=by, about=release, detail=f"{_words(release, until, now)} {reason}")
        for follow in release_followers:
            follow(release, HowWritten.CHANGED)
    record.refresh_from_db()
    return release


def _return_to_draft(record: Publishable) -> None:
    """As it was before the release: published as by the one before, or never."""
    if record.status == Status.PUBLISHED:
        record.reopen()
    before = record.releases.kept().order_by("-number").select_related("released_by").without_texts().first()
    record.published_at = before.released_at if before else None
    record.published_by = before.released_by if before else None
    record.save_step()


def _words(release: Release, until: datetime, now: datetime) -> str:
    was = f"It waited until {day_and_time(until)}."
    if release.taken_back_at is not None:
        return f"Taken back before anybody saw it. {was}"
    if release.visible_from <= now:
        return f"Released now. {was}"
    return f"Waits until {day_and_time(release.visible_from)}. {was}"
