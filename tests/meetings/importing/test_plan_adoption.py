"""The year that the non-paper of 2013 counts, beside the day of the plan: on both pages, in the API, at the source."""

from __future__ import annotations

import pytest

from editorial.actions.bad_row import BadRow
from editorial.actions.reference import load
from meetings.importing.plan_adoption import PLAN_ADOPTIONS
from meetings.models import PlanAdoption
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def adoptions():
    load("meeting-documents")
    load("action-plans")
    load("plan-adoptions")


def words(client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_the_plan_and_the_meeting_show_both_dates_and_that_they_differ(client):
    plan = words(client, "/action-plans/vientiane/")
    assert "<dd>12 November 2010</dd>" in plan
    assert "Adopted 2011 by another source, which differs from the record: 12 November 2010; said after" in plan
    meeting = words(client, "/meetings/1msp/")
    assert "12 November 2010 on record; " in meeting
    assert "which differs from the record: 12 November 2010" in meeting


def test_partners_and_readers_of_the_source_find_it(client):
    (said,) = client.get("/api/v1/action-plans/vientiane/").json()["adoptions"]
    assert (said["adopted"]["value"], said["rank"]) == ("2011", "superseded")
    assert said["sources"][0]["key"] == "Spain-nonpaper-1RC"
    assert "Vientiane Action Plan: adopted 2011" in words(client, "/sources/Spain-nonpaper-1RC/")


def test_loading_again_changes_nothing_and_a_bad_row_is_named():
    report = load("plan-adoptions")
    assert (report.created, report.changed, report.unchanged) == (0, 0, 1)
    assert PlanAdoption.objects.count() == 1
    with pytest.raises(BadRow, match="adopted"):
        read_row(
            PLAN_ADOPTIONS, {"plan": "vientiane", "adopted": "soon", "certainty": "reported", "rank": "normal"}
        )
