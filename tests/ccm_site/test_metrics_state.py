"""What the database tells Prometheus: the work, the clock, marks, releases, sign-ins; and that it is away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from ccm_site import metrics_state
from ccm_site.metrics_state import StateCollector
from editorial.actions.audit import note
from editorial.actions.last_runs import note_alive, noted
from editorial.models import AuditAction, JobState
from tests.factories.work import make_job

pytestmark = pytest.mark.django_db


def told() -> dict[tuple[str, ...], float]:
    return {
        (sample.name, *sample.labels.values()): sample.value
        for metric in StateCollector().collect()
        for sample in metric.samples
    }


def test_everything_that_is_counted_there(draft, press) -> None:
    press.release(draft)
    now = timezone.now()
    make_job(not_before=now - timedelta(seconds=90))
    make_job(state=JobState.FAILED, ended_at=now)
    note_alive("one:1", began_at=now, at=now)
    with pytest.raises(ValueError, match="wrong"), noted("check_facts"):
        raise ValueError("wrong")
    note(action=AuditAction.SIGN_IN_FAILED, by=None, username="x")
    found = told()
    assert found["monitor_database_up",] == 1
    assert found["monitor_workers",] == 1
    assert found["monitor_jobs", "waiting"] == 1
    assert found["monitor_jobs", "failed_last_day"] == 1
    assert 90 <= found["monitor_oldest_job_seconds",] < 120
    assert found["monitor_last_run_well", "check_facts"] == 0
    assert abs(found["monitor_last_run_timestamp_seconds", "check_facts"] - now.timestamp()) < 60
    assert found["monitor_releases", "profilerelease"] == 1
    assert found["monitor_sign_ins_total", "failed"] == 1
    assert found["monitor_marks",] > 0
    assert found["monitor_cache_up",] == 1


def test_without_a_database_that_is_all_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(at: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(metrics_state, "state_of_work", fail)
    assert told() == {("monitor_database_up",): 0, ("monitor_cache_up",): 1}
