"""Two workers at once: one piece of work is done by one of them, and what was taken for dead writes nothing."""

from __future__ import annotations

import threading

from django.utils import timezone

from countries.models import Country
from editorial.actions.job_kinds import Work
from editorial.actions.job_running import run_job
from editorial.actions.jobs import claim, take_up_lost
from editorial.models import Job, recording
from tests.concurrency.beside import PATIENCE, Beside, needs_two_writers, open_change
from tests.factories.work import kind_of_work, make_job

pytestmark = needs_two_writers


def test_what_one_is_taking_up_the_other_waits_for_and_leaves() -> None:
    job, second = make_job(), make_job()
    taken: list[Job | None] = []
    with open_change(lambda: taken.append(claim(worker="one", at=timezone.now()))):
        other = Beside(lambda: taken.append(claim(worker="two", at=timezone.now())))
        assert not other.is_over(within=0.5)
    assert other.is_over()
    assert taken == [job, second]
    assert claim(worker="three", at=timezone.now()) is None


def test_one_that_was_silent_for_too_long_writes_nothing_when_it_comes_to_its_end() -> None:
    began, goes_on = threading.Event(), threading.Event()

    def run(work: Work) -> None:
        with work.finishing() as end:
            with recording(by=None, reason="Made for a test"):
                Country.objects.create(slug="peru", iso3="PER", name="Peru")
            began.set()
            assert goes_on.wait(PATIENCE)
            end("Done.")

    make_job(kind="test")
    with kind_of_work(run, attempts=2):
        job = claim(worker="one", at=timezone.now())
        assert job is not None
        slow = Beside(lambda: run_job(job, beats=False))
        assert began.wait(PATIENCE)
        assert take_up_lost(at=timezone.now() + Job.SILENT_FOR * 2) == 1
        goes_on.set()
        assert slow.is_over()
    job.refresh_from_db()
    assert job.state == "waiting"
    assert not Country.objects.exists()
