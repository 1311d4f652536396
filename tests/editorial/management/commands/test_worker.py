"""A worker does what waits, says that it lives, and leaves what it is told to stop for the next one."""

from __future__ import annotations

import io
import signal
from typing import Any

import pytest
from django.core.management import call_command

from editorial.actions.job_kinds import Work
from editorial.management.commands import worker
from editorial.models import Job, JobState, LastRun, RunKind
from tests.factories.work import kind_of_work, make_job

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def signals_as_they_were() -> Any:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_it_does_what_waits_and_lives_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def run(work: Work) -> None:
        seen.append(LastRun.objects.filter(kind=RunKind.WORKER, name=work.job.worker).count())
        with work.finishing() as end:
            end("Done.")

    make_job(kind="test")
    make_job(kind="test")
    said = io.StringIO()
    note = worker.note_alive

    with kind_of_work(run):
        note_first: list[int] = []

        def noting(*args: Any, **words: Any) -> None:
            note(*args, **words)
            note_first.append(1)

        monkeypatch.setattr(worker, "note_alive", noting)
        monkeypatch.setattr(worker, "run_waiting", waiting_for(note_first, worker.run_waiting))
        call_command("worker", "--once", stdout=said)
    assert "looks for work" in said.getvalue()
    assert set(Job.objects.values_list("state", flat=True)) == {JobState.DONE}
    assert seen == [1, 1]
    assert not LastRun.objects.filter(kind=RunKind.WORKER).exists(), "it has stopped"


def waiting_for(sign: list[int], run: Any) -> Any:
    """Work begins once the first sign of life was given, however slow the machine is."""
    import time

    def wait(**words: Any) -> Any:
        for _ in range(200):
            if sign:
                break
            time.sleep(0.05)
        return run(**words)

    return wait


def test_told_to_stop_it_puts_back_what_it_is_doing() -> None:
    def run(work: Work) -> None:
        signal.raise_signal(signal.SIGTERM)

    job = make_job(kind="test")
    said = io.StringIO()
    with kind_of_work(run):
        call_command("worker", stdout=said)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("waiting", 0)
    assert "waits for the next one" in said.getvalue()


def test_what_takes_too_long_is_ended_whatever_it_is_doing(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    job = make_job(kind="test")
    with kind_of_work(lambda work: time.sleep(30), minutes=0.005):
        call_command("worker", "--once", stdout=io.StringIO())
    job.refresh_from_db()
    assert job.state == "failed"
    assert "was ended. Nothing of it was saved." in job.outcome
