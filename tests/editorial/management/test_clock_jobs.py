"""Commands of the clock and the making of derived tables, as work in the background."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError

from editorial.actions.jobs import ask_for
from editorial.management import clock_jobs
from editorial.models import CitationUse, Job, LastRun
from tests.factories.profiles import Press

pytestmark = pytest.mark.django_db


def done(kind: str, **given: Any) -> Job:
    job = ask_for(kind, title="Work", by=None, given=given)
    job.refresh_from_db()
    return job


def test_a_command_runs_and_says_what_it_said() -> None:
    job = done("clock", command="sweep_forms")
    assert job.state == "done"
    assert job.outcome.startswith("Thrown away: 0 unsaved forms")
    assert LastRun.objects.get().name == "sweep_forms"


def test_what_a_command_complains_of_is_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def complain(name: str, stdout: Any, stderr: Any) -> None:
        stdout.write("orders: 1 found\n")
        raise CommandError("Something is wrong.")

    monkeypatch.setattr(clock_jobs, "call_command", complain)
    job = done("clock", command="check_facts")
    assert (job.state, job.outcome) == ("failed", "Something is wrong.\norders: 1 found")


def test_no_other_command_is_run() -> None:
    job = done("clock", command="flush")
    assert (job.state, job.outcome) == ("failed", "flush is no command of the clock.")


def test_derived_tables_are_made_anew(draft, sources, press: Press) -> None:
    draft.text = "Peru spoke.[^1]\n\n[^1]: [@peru-oslo-2008, p. 4].\n"
    draft.save()
    CitationUse.objects.all().delete()
    job = done("rebuild")
    assert job.state == "done"
    assert job.outcome.startswith("citations: ")
    assert "search: " in job.outcome
    assert CitationUse.objects.count() == 1
