"""Who does what was asked for follows the setting: a worker, a thread of this server, or whoever asked."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.actions import job_start
from editorial.actions.job_kinds import Work
from editorial.actions.jobs import ask_for
from editorial.models import Job
from tests.factories.work import kind_of_work, make_job


def finish(work: Work) -> None:
    with work.finishing() as end:
        end("Done.")


@pytest.mark.django_db
def test_in_tests_it_is_done_before_the_answer() -> None:
    with kind_of_work(finish):
        job = ask_for("test", title="Work", by=None)
    job.refresh_from_db()
    assert (job.state, job.worker) == ("done", "at once")


@pytest.mark.django_db(transaction=True)
def test_a_worker_is_left_to_find_it(settings: Any) -> None:
    settings.MONITOR_WORK = "worker"
    with kind_of_work(finish):
        job = ask_for("test", title="Work", by=None)
    job.refresh_from_db()
    assert job.state == "waiting"


@pytest.mark.django_db(transaction=True)
def test_the_development_server_does_it_in_a_thread_that_takes_what_waits_as_well(settings: Any) -> None:
    settings.MONITOR_WORK = "here"
    before = make_job(kind="test")
    with kind_of_work(finish):
        ask_for("test", title="Work", by=None, given={"another": 1})
        assert job_start._thread is not None
        job_start._thread.join(20)
    assert list(Job.objects.values_list("state", flat=True)) == ["done", "done"]
    before.refresh_from_db()
    assert before.worker == "development server"
