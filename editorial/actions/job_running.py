"""Doing a piece of work, with a heartbeat beside it, and saying how it ended."""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.db import DatabaseError, InterfaceError, OperationalError, connection, connections
from django.utils import timezone

from editorial.models import Job
from editorial.rules.transitions import Refused

from .job_kinds import TakenByAnother, TimeIsUp, TryLater, Work, kinds_of_work
from .jobs import begin_again, claim, fail, put_back, take_up_lost

BEAT = 2.0  # seconds
AWAY = "The database went away while this was done."

logger = logging.getLogger(__name__)


class ToldToStop(BaseException):
    """The worker was told to stop. What it is doing is put back."""


def run_waiting(*, worker: str, beats: bool = True) -> int:
    """Do everything that waits and may be begun, one after the other; answers how many."""
    take_up_lost(at=timezone.now())
    number = 0
    while job := claim(worker=worker, at=timezone.now()):
        run_job(job, beats=beats)
        number += 1
    return number


def run_job(job: Job, *, beats: bool = True) -> None:
    """Do what was taken up. However it ends, its row says so; only ToldToStop gets out."""
    kind = kinds_of_work().get(job.kind)
    if kind is None:
        fail(job, why="This version does not know this kind of work. Ask for it again.", at=timezone.now())
        return
    work = Work(job, until=time.monotonic() + kind.minutes * 60)
    try:
        with _watched(work, kind.minutes * 60) if beats else nullcontext():
            kind(work)
        if not work.is_ended:
            raise RuntimeError(f"“{kind.name}” did not say how it ended.")
    except ToldToStop:
        put_back(job, at=timezone.now())
        raise
    except TakenByAnother:
        logger.warning("Work %s was taken up by another worker; what this one did is undone.", job.pk)
    except Refused as refused:
        words = "\n".join([refused.message, *refused.problems])
        fail(job, why=words, at=timezone.now())
    except TimeIsUp:
        why = f"It took longer than {kind.minutes:g} minutes and was ended. Nothing of it was saved."
        fail(job, why=why, at=timezone.now())
    except TryLater as problem:
        begin_again(job, why=str(problem), at=timezone.now())
    except (OperationalError, InterfaceError) as problem:
        logger.warning("Work %s: %s", job.pk, type(problem).__name__)
        if not connection.in_atomic_block:
            connection.close()
        begin_again(job, why=AWAY, at=timezone.now())
    except Exception as fault:
        logger.exception("Work %s (%s) failed", job.pk, job.kind)
        why = (
            f"A fault of ours ({type(fault).__name__}); the log has it as work {job.pk}. Nothing of it was saved."
        )
        fail(job, why=why, at=timezone.now())


@contextmanager
def _watched(work: Work, seconds: float) -> Iterator[None]:
    """While what is inside is done, its row says every two seconds that it is, and how far.

    In a worker it is ended when its time is up, whatever it is doing; a thread cannot be, and is ended when it next tells.
    """
    over = threading.Event()
    thread = threading.Thread(target=_beat, args=[work, over], name="heartbeat", daemon=True)
    thread.start()
    has_alarm = threading.current_thread() is threading.main_thread()
    if has_alarm:
        signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        if has_alarm:
            signal.setitimer(signal.ITIMER_REAL, 0)
        over.set()
        thread.join(BEAT * 2)


def _ring(number: int, frame: object) -> None:
    raise TimeIsUp


def _beat(work: Work, over: threading.Event) -> None:
    try:
        while not over.wait(BEAT):
            try:
                Job.objects.filter(pk=work.job.pk, **work.mark).update(
                    beat_at=timezone.now(),
                    step=work.step[:60],
                    done_parts=work.done_parts,
                    all_parts=work.all_parts,
                )
            except DatabaseError:  # SQLite while the work writes; the next beat tells
                continue
    finally:
        connections.close_all()
