"""Work by where it stands: what may be begun, what was lost, whom to tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from editorial.models import Job, JobFile, JobState
from tests.factories.work import make_job

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def test_what_is_to_wait_is_not_begun_and_who_waited_longest_comes_first() -> None:
    later = make_job(not_before=NOON + timedelta(seconds=1))
    second, first = make_job(not_before=NOON), make_job(not_before=NOON - timedelta(hours=1))
    make_job(state=JobState.RUNNING, not_before=NOON)
    assert list(Job.objects.ready(NOON)) == [first, second]
    assert list(Job.objects.ready(NOON + timedelta(seconds=1))) == [first, second, later]


def test_what_gave_no_sign_of_life_for_a_minute_is_lost() -> None:
    silent = make_job(state=JobState.RUNNING, beat_at=NOON - Job.SILENT_FOR - timedelta(seconds=1))
    make_job(state=JobState.RUNNING, beat_at=NOON - Job.SILENT_FOR)
    make_job(state=JobState.DONE, beat_at=NOON - timedelta(days=1))
    assert list(Job.objects.lost(NOON)) == [silent]


def test_a_person_is_told_of_their_own_that_is_over_once(person) -> None:
    ana, ben = person("ana"), person("ben")
    done = make_job(asked_by=ana, state=JobState.DONE, ended_at=NOON)
    make_job(asked_by=ana, state=JobState.DONE, ended_at=NOON, told=True)
    make_job(asked_by=ana)
    make_job(asked_by=ben, state=JobState.FAILED, ended_at=NOON)
    assert list(Job.objects.to_tell(ana)) == [done]


def test_it_says_its_share_its_title_and_its_page() -> None:
    job = make_job(title="Read a sheet", done_parts=1, all_parts=3)
    assert (str(job), job.share, make_job().share) == ("Read a sheet", 33, 0)
    assert job.get_absolute_url() == f"/admin/work/{job.pk}/"
    assert not job.is_over
    assert str(JobFile(name="rows")) == "rows"
