"""The state of the work is counted as of a moment, and a worker that is missed is missed in words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from editorial.actions.last_runs import note_alive, noted
from editorial.models import JobState
from editorial.queries.state_of_work import state_of_work
from tests.factories.work import make_job

pytestmark = pytest.mark.django_db


def test_it_counts_what_waits_runs_and_failed_within_a_day(django_assert_num_queries) -> None:
    now = timezone.now()
    make_job(not_before=now - timedelta(minutes=5))
    make_job(not_before=now - timedelta(minutes=1))
    make_job(not_before=now + timedelta(hours=1))
    make_job(state=JobState.RUNNING)
    make_job(state=JobState.FAILED, ended_at=now - timedelta(hours=23))
    make_job(state=JobState.FAILED, ended_at=now - timedelta(hours=25))
    with noted("publish_due"):
        pass
    with django_assert_num_queries(2):
        found = state_of_work(now)
    assert (found.waiting, found.running, found.failed, found.oldest_seconds) == (3, 1, 1, 300)
    assert found.last_runs["publish_due"].is_well


def test_without_a_sign_of_life_no_worker_runs_where_one_is_needed(settings: Any) -> None:
    now = timezone.now()
    settings.MONITOR_WORK = "worker"
    assert "No worker is running" in state_of_work(now).trouble
    note_alive("one:1", began_at=now, at=now)
    assert (state_of_work(now).workers, state_of_work(now).trouble) == (("one:1",), "")
    assert state_of_work(now + timedelta(seconds=61)).trouble
    settings.MONITOR_WORK = "here"
    assert not state_of_work(now + timedelta(seconds=61)).trouble


def test_nothing_is_nothing() -> None:
    found = state_of_work(timezone.now())
    assert (found.waiting, found.oldest, found.oldest_seconds, dict(found.last_runs)) == (0, None, 0, {})
