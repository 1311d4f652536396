"""When a command last ran and how it ended is on record, also where it failed; a worker says that it lives."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from editorial.actions.last_runs import note_alive, note_gone, noted
from editorial.models import LastRun

pytestmark = pytest.mark.django_db


def test_a_run_is_noted_at_its_end() -> None:
    with noted("sweep_forms"):
        begun = LastRun.objects.get()
        assert (begun.ended_at, begun.is_well) == (None, False)
    run = LastRun.objects.get()
    assert (run.name, run.kind, run.is_well, run.words) == ("sweep_forms", "command", True, "")
    assert run.ended_at is not None
    assert str(run) == "Command sweep_forms"


def test_a_failure_is_noted_and_goes_on() -> None:
    with pytest.raises(ValueError, match="Something is wrong"), noted("check_facts"):
        raise ValueError("Something is wrong")
    assert (LastRun.objects.get().is_well, LastRun.objects.get().words) == (False, "Something is wrong")
    with noted("check_facts"):
        pass
    assert (LastRun.objects.get().is_well, LastRun.objects.get().words) == (True, "")


def test_where_the_note_cannot_be_written_the_command_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise DatabaseError("reads only")

    monkeypatch.setattr(LastRun.objects, "update_or_create", fail)
    ran = []
    with noted("sweep_forms"):
        ran.append(1)
    assert ran == [1]


def test_a_worker_lives_until_it_is_gone_or_long_silent() -> None:
    now = timezone.now()
    note_alive("one:1", began_at=now, at=now)
    note_alive("one:1", began_at=now, at=now + timedelta(seconds=10))
    note_alive("two:2", began_at=now, at=now)
    assert LastRun.objects.count() == 2
    note_gone("two:2")
    note_alive("three:3", began_at=now, at=now + timedelta(days=2))
    assert [run.name for run in LastRun.objects.all()] == ["three:3"]
