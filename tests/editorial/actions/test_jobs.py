"""Asked for, taken up by one, tried again or ended with a reason; nobody else's is touched."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from editorial.actions import jobs
from editorial.actions.job_kinds import read_file
from editorial.actions.jobs import (
    ask_for,
    begin_again,
    claim,
    forget_old_jobs,
    put_back,
    take_back_job,
    take_up_lost,
    try_again,
)
from editorial.models import Job, JobState
from editorial.rules.transitions import Refused
from tests.factories.work import make_job

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_worker_does_it(settings: Any) -> None:
    settings.MONITOR_WORK = "worker"


def again(job: Job) -> Job:
    job.refresh_from_db()
    return job


def test_what_is_asked_for_waits_with_its_file_and_who_asked(person) -> None:
    ana = person("ana")
    job = ask_for(
        "clock", title="Sweep", by=ana, given={"command": "x"}, files={"sheet": b"a,b"}, asked_from="/admin/"
    )
    assert (job.state, job.asked_by, job.asked_from, job.given) == ("waiting", ana, "/admin/", {"command": "x"})
    assert read_file(job, "sheet") == b"a,b"


def test_the_same_is_not_asked_for_twice_until_it_has_begun(person) -> None:
    ana = person("ana")
    first = ask_for("clock", title="Sweep", by=ana, given={"command": "x"})
    assert ask_for("clock", title="Sweep", by=ana, given={"command": "x"}) == first
    assert ask_for("clock", title="Sweep", by=ana, given={"command": "y"}) != first
    assert claim(worker="one", at=timezone.now()) == first
    assert ask_for("clock", title="Sweep", by=ana, given={"command": "x"}) != first


def test_the_queue_is_bounded_for_one_and_for_all(person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "MOST_OF_ONE", 2)
    monkeypatch.setattr(jobs, "MOST_WAITING", 3)
    for number in range(2):
        ask_for("clock", title="Sweep", by=person("ana"), given={"command": str(number)})
    with pytest.raises(Refused, match="2 pieces of work wait for you already"):
        ask_for("clock", title="Sweep", by=person("ana"), given={"command": "3"})
    ask_for("clock", title="Sweep", by=person("ben"))
    with pytest.raises(Refused, match="3 pieces of work wait already"):
        ask_for("clock", title="Sweep", by=person("cem"))
    assert ask_for("clock", title="Tell", by=None), "What goes with an act must not make it fail."


def test_it_is_taken_up_once(person) -> None:
    job = make_job()
    taken = claim(worker="one", at=timezone.now())
    assert taken == job
    assert (taken.state, taken.worker, taken.attempts) == ("running", "one", 1)
    assert claim(worker="two", at=timezone.now()) is None


def test_what_a_killed_worker_left_is_begun_again_later_and_at_last_said_to_have_failed() -> None:
    job = make_job(kind="clock")  # may be begun twice
    for attempt in (1, 2):
        taken = claim(worker="one", at=timezone.now())
        assert taken is not None
        assert taken.attempts == attempt
        silent = timezone.now() + timedelta(seconds=61)
        assert take_up_lost(at=silent) == 1
        Job.objects.filter(pk=job.pk, state=JobState.WAITING).update(not_before=timezone.now())
    assert again(job).state == JobState.FAILED
    assert "was ended before it was done" in job.outcome
    assert "Nothing of it was saved" in job.outcome
    assert not job.told


def test_an_attempt_that_is_not_this_one_writes_nothing() -> None:
    make_job()
    lost = claim(worker="one", at=timezone.now())
    assert lost is not None
    put_back(lost, at=timezone.now())
    second = claim(worker="two", at=timezone.now())
    assert second is not None
    begin_again(lost, why="It was silent.", at=timezone.now())
    put_back(lost, at=timezone.now())
    assert (again(second).state, second.worker, second.attempts) == ("running", "two", 1)


def test_who_is_told_to_stop_puts_it_back_uncounted() -> None:
    job = make_job()
    taken = claim(worker="one", at=timezone.now())
    assert taken is not None
    put_back(taken, at=timezone.now())
    assert (again(job).state, job.attempts) == ("waiting", 0)


def test_only_who_asked_or_an_administrator_has_it_done_again(person) -> None:
    job = make_job(asked_by=person("ana"), state=JobState.FAILED, attempts=3, outcome="Away.", told=True)
    with pytest.raises(Refused, match="Only who asked for it"):
        try_again(job=job, by=person("ben"))
    assert again(job).state == JobState.FAILED
    try_again(job=job, by=person("ana"))
    assert (again(job).state, job.attempts, job.outcome, job.told) == ("waiting", 0, "", False)
    with pytest.raises(Refused, match="has not failed"):
        try_again(job=job, by=person("chief", is_superuser=True))


def test_what_has_not_begun_can_be_taken_back(person) -> None:
    job = make_job(asked_by=person("ana"))
    with pytest.raises(Refused, match="Only who asked"):
        take_back_job(job=job, by=person("ben"))
    take_back_job(job=job, by=person("ana"))
    assert (again(job).state, job.outcome) == ("failed", "Taken back by ana before it was begun.")
    with pytest.raises(Refused, match="has begun, or is over"):
        take_back_job(job=job, by=person("ana"))


def test_what_was_over_a_month_ago_goes_with_its_files(person) -> None:
    now = timezone.now()
    old = ask_for("clock", title="Sweep", by=None, files={"sheet": b"x"})
    Job.objects.filter(pk=old.pk).update(state=JobState.DONE, ended_at=now - timedelta(days=31))
    young = make_job(state=JobState.DONE, ended_at=now - timedelta(days=29))
    waiting = make_job(asked_at=now - timedelta(days=90))
    assert forget_old_jobs(at=now) == 1
    assert set(Job.objects.all()) == {young, waiting}
