"""However a piece of work ends, its row says so; what it wrote stays only with that it is done."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone

from countries.models import Country
from editorial.actions.job_kinds import Work
from editorial.actions.job_running import ToldToStop, run_waiting
from editorial.actions.jobs import put_back
from editorial.models import Job, JobState, recording
from editorial.rules.transitions import Refused
from tests.factories.work import kind_of_work, make_job

pytestmark = pytest.mark.django_db


def write(name: str = "peru") -> None:
    with recording(by=None, reason="Made for a test"):
        Country.objects.create(slug=name, iso3="PER", name="Peru")


def ran(run: Any, **fields: Any) -> Job:
    """A piece of work after it was done once."""
    job = make_job(kind="test")
    with kind_of_work(run, **fields):
        assert run_waiting(worker="one", beats=False) == 1
    job.refresh_from_db()
    return job


def test_what_is_done_says_how_it_ended_and_where_one_goes_on() -> None:
    def run(work: Work) -> None:
        work.tell("Written", 1, 2)
        with work.finishing() as end:
            write()
            end("One state.", leads_to="/admin/")

    job = ran(run)
    assert (job.state, job.outcome, job.leads_to, job.done_parts) == ("done", "One state.", "/admin/", 2)
    assert job.ended_at is not None
    assert Country.objects.get().name == "Peru"


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Refused("Nothing was released.", ["Peru: draft."]), "Nothing was released.\nPeru: draft."),
        (ValueError("secret words"), "A fault of ours (ValueError)"),
    ],
)
def test_what_fails_leaves_nothing_and_says_why(problem: Exception, words: str) -> None:
    def run(work: Work) -> None:
        with work.finishing():
            write()
            raise problem

    job = ran(run, attempts=3)
    assert job.state == JobState.FAILED
    assert job.outcome.startswith(words)
    assert "secret" not in job.outcome
    assert not Country.objects.exists()


def test_where_the_database_goes_away_it_waits_again_if_its_kind_may() -> None:
    def run(work: Work) -> None:
        raise OperationalError("gone")

    once = ran(run)
    assert (once.state, once.outcome) == (
        "failed",
        "The database went away while this was done. Nothing of it was saved.",
    )
    waits = ran(run, attempts=2)
    assert (waits.state, waits.attempts) == ("waiting", 1)
    assert waits.not_before > timezone.now()


def test_what_takes_too_long_is_ended() -> None:
    def run(work: Work) -> None:
        work.tell("Read", 1, 2)

    job = ran(run, minutes=0)
    assert job.state == JobState.FAILED
    assert "longer than 0 minutes" in job.outcome


def test_what_another_has_taken_up_writes_nothing() -> None:
    def run(work: Work) -> None:
        with work.finishing() as end:
            write()
            Job.objects.filter(pk=work.job.pk).update(worker="two")
            end("Done.")

    job = ran(run)
    assert (job.state, job.worker) == ("running", "one"), "its own change is undone with the rest"
    assert not Country.objects.exists()


def test_what_does_not_say_how_it_ended_has_failed() -> None:
    assert ran(lambda work: None).state == JobState.FAILED


def test_who_is_told_to_stop_leaves_it_waiting() -> None:
    def run(work: Work) -> None:
        with work.finishing():
            write()
            raise ToldToStop

    job = make_job(kind="test")
    with kind_of_work(run), pytest.raises(ToldToStop):
        run_waiting(worker="one", beats=False)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("waiting", 0)
    assert not Country.objects.exists()
    put_back(job, at=timezone.now())


def test_a_kind_that_this_version_does_not_know_is_said_to_be() -> None:
    job = make_job(kind="gone")
    run_waiting(worker="one", beats=False)
    job.refresh_from_db()
    assert "does not know this kind" in job.outcome
