"""The API gives the place in a source beside the source, and says which sources were compared."""

from datetime import date

import pytest

from editorial.models import Source, recording
from meetings.models import Attendance, Meeting, MeetingCount

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(peru) -> Source:
    with recording(by=None, reason="Made for a test"):
        source = Source.objects.create(key="report", title="Report", publisher="Monitor", language="en")
        Source.objects.create(
            key="read",
            title="Newsletter",
            to_be_checked=False,
            compared_on=date(2026, 3, 5),
            compared_by="Ana Ruiz",
        )
        meeting = Meeting.objects.create(
            slug="lima", name="Lima Conference", short_name="Lima", source=source, source_locator="note 1"
        )
        meeting.note = "Also: [@read, Stage 2]."
        meeting.save()
        Attendance.objects.create(meeting=meeting, country=peru, source=source, source_locator="note 14")
        MeetingCount.objects.create(meeting=meeting, number=67, source=source, source_locator="note 4")
        peru.source, peru.source_locator, peru.note = source, "p. 2", "UN membership: [@read, line 3]."
        peru.save()
    return source


def places(sources: list[dict]) -> list[tuple[str, str]]:
    return [(one["key"], one["locator"]) for one in sources]


def test_a_meeting_names_the_places_of_its_facts_and_the_sources_of_its_note(client, report):
    meeting = client.get("/api/v1/meetings/lima/").json()
    assert places(meeting["sources"]) == [("report", "note 1"), ("read", "Stage 2")]
    assert places(meeting["attendance"][0]["sources"]) == [("report", "note 14")]
    assert places(meeting["counts"][0]["sources"]) == [("report", "note 4")]


def test_a_state_names_every_source_of_its_entry(client, report):
    assert places(client.get("/api/v1/countries/PER/").json()["sources"]) == [
        ("report", "p. 2"),
        ("read", "line 3"),
    ]


def test_a_source_says_whether_and_when_it_was_compared_but_not_by_whom(client, report):
    read = client.get("/api/v1/sources/read/")
    assert (read.json()["to_be_checked"], read.json()["compared_on"]) == (False, "2026-03-05")
    assert "Ana Ruiz" not in read.content.decode()
    assert client.get("/api/v1/sources/report/").json()["compared_on"] is None


def test_the_pages_show_the_places_too(client, report):
    page = client.get("/meetings/lima/").content.decode()
    assert "Report,” Monitor, note 1" in page
    assert "(note 4)" in page
    assert "note 14" in page
    assert "Newsletter" in page
    assert "UN membership" in client.get("/countries/peru/").content.decode()
