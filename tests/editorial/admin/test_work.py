"""The page “Work”: everybody sees their own, is told once, and has it tried again or taken back."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.actions.last_runs import noted
from editorial.models import Job, JobFile, JobState
from tests.factories.work import make_job

pytestmark = pytest.mark.django_db

WORK = reverse("admin:work")
DESK = reverse("admin:index")


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_each_sees_their_own_and_an_administrator_all(at_desk: Any, person: Any) -> None:
    ana, ben = at_desk("ana"), at_desk("ben")
    make_job(
        title="Of Ana",
        asked_by=person("ana"),
        state=JobState.RUNNING,
        step="Read",
        done_parts=1200,
        all_parts=20000,
    )
    make_job(
        title="Of Ben", asked_by=person("ben"), state=JobState.FAILED, outcome="Away.", ended_at=timezone.now()
    )
    page = words(ana.get(WORK))
    assert "Of Ana" in page
    assert "Read 1,200 of 20,000" in page
    assert "Of Ben" not in page
    assert "1 of other people waits or runs." in words(ben.get(WORK))
    chief = words(at_desk("chief", role="").get(WORK))
    assert "Of Ana" in chief
    assert "Of Ben" in chief
    assert ben.get(Job.objects.get(title="Of Ana").get_absolute_url()).status_code == 404


def test_without_a_worker_it_says_what_to_do(at_desk: Any, settings: Any) -> None:
    settings.MONITOR_WORK = "worker"
    assert "No worker is running: what is asked for in the background waits. Start one: manage.py worker" in words(
        at_desk().get(WORK)
    )


def test_who_asked_is_told_once_on_the_next_page(at_desk: Any, person: Any) -> None:
    client = at_desk("ana")
    job = make_job(
        title="Read years.csv",
        asked_by=person("ana"),
        state=JobState.DONE,
        outcome="12 new.\nMore.",
        ended_at=timezone.now(),
    )
    told = f'<a href="{job.get_absolute_url()}">Read years.csv</a>: 12 new.'
    assert told in words(client.get(DESK))
    assert told not in words(client.get(DESK))


def test_its_own_page_tells_too(at_desk: Any, person: Any) -> None:
    client = at_desk("ana")
    job = make_job(
        asked_by=person("ana"), state=JobState.DONE, outcome="12 new.", leads_to="/admin/", ended_at=timezone.now()
    )
    page = words(client.get(job.get_absolute_url()))
    assert "12 new." in page
    assert '<a class="button default" href="/admin/">Go on</a>' in page
    job.refresh_from_db()
    assert job.told


def test_what_failed_is_done_again(at_desk: Any, person: Any) -> None:
    client = at_desk("ana")
    job = make_job(
        asked_by=person("ana"),
        given={"command": "sweep_forms"},
        state=JobState.FAILED,
        outcome="Away.",
        ended_at=timezone.now(),
    )
    assert "Do it again" in words(client.get(job.get_absolute_url()))
    page = words(client.post(reverse("admin:work_again", args=[job.pk]), follow=True))
    assert "Thrown away: 0 unsaved forms" in page
    assert "has not failed" in words(client.post(reverse("admin:work_again", args=[job.pk]), follow=True))


def test_what_waits_is_taken_back(at_desk: Any, person: Any, settings: Any) -> None:
    settings.MONITOR_WORK = "worker"
    client = at_desk("ana")
    job = make_job(asked_by=person("ana"))
    page = words(client.post(reverse("admin:work_take_back", args=[job.pk]), follow=True))
    assert "Taken back by ana before it was begun." in page
    assert client.get(reverse("admin:work_take_back", args=[job.pk])).status_code == 405


def test_an_administrator_runs_commands_of_the_clock(at_desk: Any) -> None:
    with noted("publish_due"):
        pass
    chief = at_desk("chief", role="")
    page = words(chief.get(WORK))
    assert "List what came out of its embargo" in page
    assert "not on record" in page
    assert "Thrown away: 0 unsaved forms" in words(chief.post(WORK, {"run": "sweep_forms"}, follow=True))
    assert "citations: 0 records" in words(chief.post(WORK, {"run": "rebuild"}, follow=True))
    assert chief.post(WORK, {"run": "flush"}).status_code == 404
    assert at_desk("ana").post(WORK, {"run": "sweep_forms"}).status_code == 403


def test_what_a_job_only_reads_is_not_given_out(at_desk: Any, person: Any) -> None:
    job = make_job(asked_by=person("ana"))
    JobFile.objects.create(job=job, name="rows", packed=b"")
    assert at_desk("ana").get(reverse("admin:work_file", args=[job.pk, "rows"])).status_code == 404


def test_a_list_asks_as_often_for_few_as_for_many(
    at_desk: Any, person: Any, django_assert_max_num_queries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = at_desk("ana")
    counts = []
    for number in (1, 5):
        for _ in range(number):
            make_job(asked_by=person("ana"), state=JobState.DONE, told=True, ended_at=timezone.now())
        with CaptureQueriesContext(connection) as queries:
            client.get(WORK)
        counts.append(len(queries))
    assert counts[0] == counts[1]
