"""What can be done in the background, and what whoever does it has at hand."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from editorial.models import Job, JobFile, JobState
from editorial.slots import Slot


class TimeIsUp(Exception):
    """A piece of work took longer than its kind may. Nothing of it is written."""


class TakenByAnother(Exception):
    """Whoever ran this was silent for so long that somebody else has taken it up. It must not write its end."""


@dataclass(frozen=True)
class JobKind:
    """One kind of work. ``runs`` is the address of a function of one ``Work``, imported when it is first run.

    ``minutes`` is how long it may take. ``attempts`` is how often it is begun, where who did it was ended or the database
    went away meanwhile: more than once only where a second beginning does no harm. What was refused is not tried again.
    """

    name: str
    runs: str
    minutes: float = 10
    attempts: int = 1

    def __call__(self, work: Work) -> None:
        run: Callable[[Work], None] = import_string(self.runs)
        run(work)


job_kinds: Slot[JobKind] = Slot("kinds of work in the background")


def kinds_of_work() -> Mapping[str, JobKind]:
    """Every kind by its name."""
    return {kind.name: kind for kind in job_kinds}


@dataclass
class Work:
    """A piece of work while it is done: what is given, how far it is, and the one door to its end.

    How far it is is only remembered here; a heartbeat beside it writes it down, by a connection of its own, so that a
    page shows it while this thread is inside a transaction.
    """

    job: Job
    until: float = field(default=float("inf"))
    """By ``time.monotonic()``."""
    step: str = ""
    done_parts: int = 0
    all_parts: int = 0
    is_ended: bool = False

    @property
    def given(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.job.given
        return found

    def tell(self, step: str, done: int, of: int) -> None:
        """Say how far it is. Raises TimeIsUp, so to be called often, and not after the last write has begun."""
        self.step, self.done_parts, self.all_parts = step, done, of
        if time.monotonic() > self.until:
            raise TimeIsUp

    def file(self, name: str) -> bytes:
        """A file of this work. Raises JobFile.DoesNotExist."""
        return read_file(self.job, name)

    @contextmanager
    def finishing(self) -> Iterator[Callable[..., None]]:
        """One transaction for everything that is written, and for that it is done: both or neither.

        Gives the function by which to say how it ended, and which page goes on. Raises TakenByAnother, and then nothing is
        written, where this work is somebody else's by the end. The row is not locked before: its heartbeat writes it.
        """
        said: dict[str, str] = {}

        def end(outcome: str, *, leads_to: str = "") -> None:
            said.update(outcome=outcome, leads_to=leads_to)

        with transaction.atomic():
            yield end
            is_mine = Job.objects.filter(pk=self.job.pk, **self.mark).update(
                state=JobState.DONE,
                ended_at=timezone.now(),
                step="",
                done_parts=self.all_parts,
                all_parts=self.all_parts,
                **said,
            )
            if not is_mine:
                raise TakenByAnother
        self.is_ended = True

    @property
    def mark(self) -> dict[str, Any]:
        """By what the row is known to be this attempt's."""
        return {"state": JobState.RUNNING, "worker": self.job.worker, "attempts": self.job.attempts}


def read_file(job: Job, name: str) -> bytes:
    """A file that goes with a piece of work. Raises JobFile.DoesNotExist."""
    return zlib.decompress(JobFile.objects.get(job=job, name=name).packed)


def keep_file(job: Job, name: str, data: bytes, content_type: str = "") -> None:
    """Keep a file with a piece of work, in the place of one of that name."""
    JobFile.objects.update_or_create(
        job=job, name=name, defaults={"packed": zlib.compress(data), "content_type": content_type}
    )
