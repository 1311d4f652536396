"""Asking for work in the background, and what becomes of a request: it waits, is taken up, ends, is tried again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from editorial.models import OVER, Job, JobState, User
from editorial.rules.second_tries import pause_before
from editorial.rules.transitions import Refused

from .job_kinds import keep_file, kinds_of_work
from .job_start import start_soon

MOST_WAITING = 200  # pieces of work of all people
MOST_OF_ONE = 10  # of one person
VANISHED = "Whoever did this was ended before it was done: the machine was restarted, or had no memory left."


@transaction.atomic
def ask_for(
    kind: str,
    *,
    title: str,
    by: User | None,
    given: Mapping[str, Any] | None = None,
    files: Mapping[str, bytes] | None = None,
    asked_from: str = "",
) -> Job:
    """Have something done in the background, once this transaction is committed. ``asked_from`` is the page that asks.

    What is asked for already and has not begun is not asked for twice. Raises Refused where too much waits; what nobody
    in person asks for, never: it goes with an act that must not fail for it.
    """
    assert kind in kinds_of_work(), kind  # noqa: S101 - named in the code
    plain = dict(given or {})
    waiting = Job.objects.waiting()
    if not files and (same := waiting.filter(kind=kind, given=plain, asked_by=by).first()):
        start_soon()
        return _as_job(same)
    if by is not None and waiting.count() >= MOST_WAITING:
        raise Refused(f"{MOST_WAITING} pieces of work wait already. Ask again when some of them are done.")
    if by is not None and waiting.filter(asked_by=by).count() >= MOST_OF_ONE:
        raise Refused(f"{MOST_OF_ONE} pieces of work wait for you already. Ask again when one of them is done.")
    now = timezone.now()
    job: Job = Job.objects.create(
        kind=kind,
        title=title[:255],
        given=plain,
        asked_by=by,
        asked_at=now,
        not_before=now,
        asked_from=asked_from[:200],
    )
    for name, data in (files or {}).items():
        keep_file(job, name, data)
    start_soon()
    return job


def _as_job(found: Any) -> Job:
    job: Job = found
    return job


def claim(*, worker: str, at: datetime) -> Job | None:
    """Take up what has waited longest. Two workers never get the same: the row changes for the first alone."""
    for pk in Job.objects.ready(at).values_list("pk", flat=True)[:5]:
        is_mine = (
            Job.objects.waiting()
            .filter(pk=pk)
            .update(
                state=JobState.RUNNING,
                worker=worker,
                attempts=F("attempts") + 1,
                started_at=at,
                beat_at=at,
                step="",
                done_parts=0,
                all_parts=0,
            )
        )
        if is_mine:
            return _as_job(Job.objects.select_related("asked_by").get(pk=pk))
    return None


def take_up_lost(*, at: datetime) -> int:
    """Find what runs by its row alone, because whoever did it was ended; answers how many. Nothing of it was written.

    It waits again where its kind may be begun again, and has failed otherwise.
    """
    found = list(Job.objects.lost(at))
    for job in found:
        begin_again(job, why=VANISHED, at=at)
    return len(found)


def begin_again(job: Job, *, why: str, at: datetime) -> bool:
    """Have a piece of work wait for a further attempt, later each time, or end it with the reason. True for the former."""
    kind = kinds_of_work().get(job.kind)
    mine = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, worker=job.worker, attempts=job.attempts)
    if kind is None or job.attempts >= kind.attempts:
        mine.update(state=JobState.FAILED, ended_at=at, outcome=f"{why} Nothing of it was saved.")
        return False
    mine.update(
        state=JobState.WAITING, not_before=at + pause_before(job.attempts + 1), outcome=f"{why} It is tried again."
    )
    return True


def put_back(job: Job, *, at: datetime) -> None:
    """The worker is told to stop: what it did not finish waits as if it had not been begun."""
    Job.objects.filter(pk=job.pk, state=JobState.RUNNING, worker=job.worker, attempts=job.attempts).update(
        state=JobState.WAITING, not_before=at, attempts=F("attempts") - 1
    )


def fail(job: Job, *, why: str, at: datetime) -> None:
    """End it with a reason in words."""
    Job.objects.filter(pk=job.pk, state=JobState.RUNNING, worker=job.worker, attempts=job.attempts).update(
        state=JobState.FAILED, ended_at=at, outcome=why
    )


def may_handle(job: Job, by: User) -> bool:
    """Whether a person may have it tried again or taken back: whose it is, and administrators."""
    return by.is_active and (job.asked_by_id == by.pk or by.is_superuser)


def try_again(*, job: Job, by: User) -> None:
    """Have what failed done from the beginning. Raises Refused for what did not fail, and for anybody else's."""
    if not may_handle(job, by):
        raise Refused("Only who asked for it, or an administrator, has it done again.")
    now = timezone.now()
    changed = Job.objects.filter(pk=job.pk, state=JobState.FAILED).update(
        state=JobState.WAITING, attempts=0, not_before=now, outcome="", ended_at=None, told=False
    )
    if not changed:
        raise Refused("This has not failed, or waits again already.")
    start_soon()


def take_back_job(*, job: Job, by: User) -> None:
    """Give up what has not begun. Raises Refused for what has, and for anybody else's."""
    if not may_handle(job, by):
        raise Refused("Only who asked for it, or an administrator, takes it back.")
    words = f"Taken back by {by} before it was begun."
    changed = (
        Job.objects.waiting()
        .filter(pk=job.pk)
        .update(state=JobState.FAILED, ended_at=timezone.now(), outcome=words, told=True)
    )
    if not changed:
        raise Refused("It has begun, or is over.")


def forget_old_jobs(*, at: datetime) -> int:
    """Throw away what was over a month ago, with its files; answers how many."""
    old = Job.objects.filter(state__in=OVER, ended_at__lt=at - Job.KEPT_FOR)
    return sum(1 for job in old if job.delete())
