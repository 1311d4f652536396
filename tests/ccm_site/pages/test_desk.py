"""The first page of the admin: today's work."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from countries.models import Country, CountryProfile
from editorial.actions import publishing
from editorial.models import recording
from stockpiles.models import StockpileHolding

DESK = reverse("admin:index")


def work(client: Client) -> dict[str, Any]:
    return {task.title: task for task in client.get(DESK).context["work"]}


def test_my_drafts_are_those_i_have_written_in(at_desk, draft: CountryProfile) -> None:
    mine = work(at_desk("researcher"))["My drafts"]
    assert [(item.title, item.who, item.problems) for item in mine.items] == [
        ("Peru: Cluster Munition Ban Policy 2009", "researcher", 0)
    ]
    assert work(at_desk("editor", "Editor"))["My drafts"].items == []


def test_a_draft_moves_from_task_to_task_with_its_steps(at_desk, draft: CountryProfile, person) -> None:
    client, title = at_desk("editor", "Editor"), str(draft)

    def holding() -> list[str]:
        tasks = ("Awaiting review", "Approved, to be published", "Recently published")
        found = work(client)
        return [task for task in tasks if any(item.title.startswith(title[:30]) for item in found[task].items)]

    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    assert holding() == ["Awaiting review"]
    publishing.approve(record=draft, by=person("editor"), reason="Read")
    assert holding() == ["Approved, to be published"]
    publishing.publish(record=draft, by=person("publisher"), reason="Agreed")
    assert holding() == ["Recently published"]


def test_drafts_with_problems_and_unchecked_sources_are_work(at_desk, draft: CountryProfile, sources) -> None:
    with recording(by=None, reason="A slip"):
        draft.text += "\nAnd more.[^9]\n"
        draft.save()
    found = work(at_desk())
    assert [(item.title, item.problems) for item in found["Problems in texts"].items] == [(str(draft), 1)]
    assert [item.title for item in found["Sources to be checked"].items] == ["peru-oslo-2008"]
    assert found["Sources to be checked"].total == 1


def test_recent_changes_name_the_person_and_the_reason_and_leave_out_the_system(at_desk, draft, sources) -> None:
    page = at_desk().get(DESK).content.decode()
    changed = work(at_desk())["Recently changed by people"]
    assert [(item.title, item.who, item.note) for item in changed.items] == [
        (str(draft), "researcher", "First draft")
    ]
    assert "First draft" in page


def test_somebody_without_a_role_sees_no_work(at_desk, draft: CountryProfile, person) -> None:
    client = at_desk("new", "Read-only")
    person("new").groups.clear()
    page = client.get(DESK)
    assert str(draft) not in page.content.decode()


def test_the_page_asks_as_many_questions_for_much_work_as_for_little(
    at_desk, draft: CountryProfile, sources
) -> None:
    client = at_desk()
    client.get(DESK)
    with CaptureQueriesContext(connection) as little:
        client.get(DESK)
    with recording(by=client.get(DESK).wsgi_request.user, reason="Many"):
        for year in range(2010, 2030):
            CountryProfile.objects.create(country=draft.country, theme=draft.theme, edition=year, text=draft.text)
    client.get(DESK)
    with CaptureQueriesContext(connection) as much:
        client.get(DESK)
    assert len(little) <= 50
    assert len(much) <= len(little) + 1, "the drafts that are not shown are counted"
    assert not [q for q in much if '"countries_countryprofile"."text",' in q["sql"]]


def test_reports_due_and_contradictions_are_work(at_desk, reference) -> None:
    with recording(by=None, reason="A second figure that nobody has ranked"):
        StockpileHolding.objects.create(country=Country.objects.get(iso3="CUB"), munitions=1900)
    found = work(at_desk())
    due = found["Reports due, not received"]
    assert due.total > len(due.items) == 8
    assert due.more == "/admin/stockpiles/transparencyreport/due/"
    assert all(item.note for item in due.items)
    waiting = found["Contradictions to decide"]
    assert {item.title for item in waiting.items} == {"Cuba"}
    assert waiting.more == "/admin/stockpiles/stockpileholding/contradictions/"
