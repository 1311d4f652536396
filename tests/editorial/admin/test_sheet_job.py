"""A long sheet is read in the background, shown, and proposed by whoever had it read: once, whole, or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from editorial.admin import sheet_job, sheet_pages
from editorial.models import ChangeSet, Job, JobFile
from editorial.rules.roles import EDITOR
from stockpiles.models import DestructionRecord

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]

IMPORT = reverse("admin:stockpiles_stockpileholding_import")
HEAD = "iso3,year,munitions_destroyed,submunitions_destroyed,source\n"


@pytest.fixture(autouse=True)
def two_rows_are_many(time_machine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    time_machine.move_to("2026-11-21 12:00:00+00:00")
    monkeypatch.setattr(sheet_pages, "MOST_AT_ONCE", 1)


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().replace("&#x27;", "'").split())


def upload(client: Client, rows: str, **further: str) -> Any:
    file = SimpleUploadedFile("years.csv", (HEAD + rows).encode())
    return client.post(IMPORT, {"table": "stockpile_years", "file": file, **further}, follow=True)


GOOD = "PER,2017,3,120,A report\nPER,2018,4,160,A report\n"


def read_page() -> str:
    return reverse("admin:stockpiles_stockpileholding_import_read", args=[Job.objects.get().pk])


def test_it_is_read_then_shown_then_proposed(at_desk: Any) -> None:
    client = at_desk()
    page = words(upload(client, GOOD))
    assert "Read years.csv (2 rows) as “Destroyed year by year”" in page
    assert "2 new, 0 changed, 0 unchanged, 0 refused. Nothing is written yet" in page
    assert read_page() in page
    shown = words(client.get(read_page()))
    assert "Peru, whole stock, 2017: 3 munitions, 120 submunitions" in shown
    assert not DestructionRecord.objects.filter(period_start="2017", country__iso3="PER").exists()
    assert not ChangeSet.objects.exists()
    answer = client.post(read_page(), {"reason": "Edition of 2018"}, follow=True)
    made = ChangeSet.objects.get()
    assert answer.redirect_chain[0][0] == reverse("admin:editorial_changeset_change", args=[made.pk])
    assert (made.reason, made.rows.count(), made.proposed_by.username) == ("Edition of 2018", 3, "researcher")
    assert [row.kind for row in made.rows.all()] == ["created"] * 3, "the document and two years"


def test_it_is_proposed_once_and_by_nobody_else(at_desk: Any) -> None:
    client = at_desk()
    upload(client, GOOD)
    assert at_desk("editor", EDITOR).get(read_page()).status_code == 404
    client.post(read_page(), {"reason": "Edition of 2018"})
    again = client.post(read_page(), {"reason": "Edition of 2018"})
    assert "This was proposed already" in words(again)
    assert ChangeSet.objects.count() == 1


def test_without_a_reason_nothing_is_proposed(at_desk: Any) -> None:
    client = at_desk()
    upload(client, GOOD)
    assert client.post(read_page(), {"reason": ""}).status_code == 422
    assert not ChangeSet.objects.exists()


def test_what_is_proposed_a_second_person_confirms(at_desk: Any, person: Any) -> None:
    client = at_desk()
    upload(client, GOOD)
    client.post(read_page(), {"reason": "Edition of 2018"})
    made = ChangeSet.objects.get()
    editor = at_desk("editor", EDITOR)
    page = editor.get(reverse("admin:editorial_changeset_change", args=[made.pk]))
    confirm = reverse("admin:editorial_changeset_confirm", args=[made.pk])
    editor.post(confirm, {"read": page.context["read"], "words": ""})
    written = DestructionRecord.objects.filter(country__iso3="PER", munitions__in=[3, 4])
    assert [str(one.period_start) for one in written.order_by("period_start")] == ["2017", "2018"]


def test_a_team_of_one_has_it_confirmed_in_the_background(at_desk: Any, team_of_one: None) -> None:
    client = at_desk()
    upload(client, GOOD)
    page = words(client.post(read_page(), {"reason": "Edition of 2018"}, follow=True))
    assert "Confirmed. Readers see it now" in page
    assert DestructionRecord.objects.filter(country__iso3="PER", period_start="2018").exists()


def test_one_refused_row_stops_it_and_is_shown(at_desk: Any) -> None:
    client = at_desk()
    page = words(upload(client, GOOD + "XYZ,2017,3,1,A report\n"))
    assert "2 new, 0 changed, 0 unchanged, 1 refused" in page
    shown = words(client.get(read_page()))
    assert "iso3: “XYZ”. No state has this" in shown
    assert "Write these records" not in shown
    assert "This was proposed already, or nothing of it can be written" in words(
        client.post(read_page(), {"reason": "All the same"})
    )


def test_what_is_wrong_with_the_head_is_said_at_once(at_desk: Any) -> None:
    file = SimpleUploadedFile("years.csv", b"iso3,colour\nPER,red\nPER,blue\n")
    answer = at_desk().post(IMPORT, {"table": "stockpile_years", "file": file})
    assert answer.status_code == 422
    assert "Column “colour” is not known in this table." in words(answer)
    assert not Job.objects.exists()


def test_it_changes_only_so_many_records(at_desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_job, "MOST_CHANGED", 0)
    source = DestructionRecord.objects.get(country__iso3="PER", period_start="2022").note.strip("[]")
    client = at_desk()
    page = words(upload(client, f"PER,2022,543,34824,{source}\nPER,2017,3,120,A report\n"))
    assert "It changes 1 records that are there; at most 0 are changed at once" in page
    assert not JobFile.objects.filter(name="rows").exists()


def test_what_waits_is_no_preview_yet(at_desk: Any, settings: Any) -> None:
    settings.MONITOR_WORK = "worker"
    client = at_desk()
    page = words(upload(client, GOOD))
    assert "No worker is running" in page
    assert "Take it back" in page
    assert client.get(read_page())["Location"] == Job.objects.get().get_absolute_url()
