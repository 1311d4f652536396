"""Meetings as partners get them."""

from __future__ import annotations

from editorial.models import recording
from meetings.models import MeetingDocument
from tests.factories.meetings import make_country, make_meeting


def test_a_meeting_has_dates_place_and_only_public_documents(client, db: None) -> None:
    peru = make_country()
    lima = make_meeting("lima-2007", "2007-05-23", "2007-05-25", country=peru, host=peru, city="Lima")
    with recording(by=None, reason="Made for a test"):
        MeetingDocument.objects.create(meeting=lima, title="Declaration", kind="declaration", is_public=True)
        MeetingDocument.objects.create(meeting=lima, title="Internal notes", kind="other")
    body = client.get("/api/v1/meetings/lima-2007/").json()
    assert body["host"]["iso3"] == "PER"
    assert body["dates"][0]["start"] == {"value": "2007-05-23", "precision": "day"}
    assert [document["title"] for document in body["documents"]] == ["Declaration"]
    assert client.get("/api/v1/meetings/?year=2007").json()["count"] == 1
    assert client.get("/api/v1/meetings/?year=2008").json()["count"] == 0


def test_parts_name_what_they_belong_to(client, db: None) -> None:
    process = make_meeting("oslo-process", "", kind="process")
    make_meeting("lima-2007", "2007-05-23", parent=process)
    make_meeting("wellington-2008", "2008-02-18")
    (part,) = client.get("/api/v1/meetings/?part_of=oslo-process").json()["results"]
    assert (part["slug"], part["parent"]["slug"]) == ("lima-2007", "oslo-process")
    entry = client.get("/api/v1/meetings/oslo-process/").json()
    assert [one["slug"] for one in entry["parts"]] == ["lima-2007"]
    assert entry["dates"] == []
