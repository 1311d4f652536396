"""Work in the background, and kinds of it that tests make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone

from editorial.actions import job_kinds as room
from editorial.actions.job_kinds import JobKind, Work
from editorial.models import Job


def make_job(**fields: Any) -> Job:
    """One piece of work that waits, unless something else is said."""
    now = timezone.now()
    made: Job = Job.objects.create(
        **{"kind": "clock", "title": "Sweep", "asked_at": now, "not_before": now, **fields}
    )
    return made


@contextmanager
def kind_of_work(run: Callable[[Work], None], name: str = "test", **fields: Any) -> Iterator[None]:
    """For a while there is one more kind of work, which does this."""

    class OfATest(JobKind):
        def __call__(self, work: Work) -> None:
            run(work)

    kinds = room.job_kinds
    before = tuple(kinds)
    kinds._parts = (*before, OfATest(name, "tests", **fields))
    try:
        yield
    finally:
        kinds._parts = before
