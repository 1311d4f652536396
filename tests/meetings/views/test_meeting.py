"""The tree of meetings and a meeting's page."""

import pytest
from django.test import Client

from editorial.models import recording
from meetings.models import Attendance, Meeting, MeetingCount, MeetingDocument, MeetingSpan
from tests.factories.meetings import make_country, make_meeting, make_source, make_statement, publish_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree() -> dict[str, Meeting]:
    oslo = make_meeting("oslo-process", start="", kind="process", name="Oslo Process")
    made = {"oslo-process": oslo}
    peru, ireland = make_country(), make_country("IRL", "Ireland")
    made["lima"] = make_meeting(
        "lima-2007",
        "2007-05-23",
        "2007-05-25",
        kind="oslo-process-conference",
        parent=oslo,
        city="Lima",
        country=peru,
    )
    made["dublin"] = make_meeting(
        "dublin-2008", "2008-05-19", "2008-05-30", kind="diplomatic-conference", parent=oslo, country=ireland
    )
    made["committee"] = make_meeting("dublin-cow", start="", kind="committee", parent=made["dublin"])
    made["session"] = make_meeting("dublin-cow-8", "2008-05-23", kind="session", parent=made["committee"])
    return made


def listed(client: Client, query: str = "") -> list[str]:
    """Names in the order of the page, those shown only for context in brackets."""
    rows = client.get(f"/meetings/{query}").context["listing"].rows
    return [f"({row.branch.meeting.slug})" if row.is_context else row.branch.meeting.slug for row in rows]


@pytest.mark.usefixtures("tree")
def test_every_meeting_stands_below_what_it_is_part_of(client: Client) -> None:
    assert listed(client) == ["(oslo-process)", "lima-2007", "dublin-2008", "dublin-cow", "dublin-cow-8"]


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("?year=2007", ["(oslo-process)", "lima-2007"]),
        ("?kind=session", ["(oslo-process)", "(dublin-2008)", "(dublin-cow)", "dublin-cow-8"]),
        ("?place=PER", ["(oslo-process)", "lima-2007"]),
        ("?process=oslo-process&q=LIMA", ["(oslo-process)", "lima-2007"]),
        ("?year=2008&place=PER", []),
    ],
)
def test_year_kind_place_and_process_combine(client: Client, query: str, slugs: list[str]) -> None:
    assert listed(client, query) == slugs


@pytest.mark.usefixtures("tree")
def test_a_filter_that_does_not_exist_is_said(client: Client) -> None:
    response = client.get("/meetings/?year=abc")
    assert response.status_code == 400
    assert b"Select a valid choice" in response.content


def test_the_list_counts_published_statements_of_all_parts_and_no_draft(client: Client, tree) -> None:
    peru = make_country()
    publish_statement(make_statement("Out", parties=[(peru, "deliverer")], meeting=tree["session"]))
    make_statement("Secret draft", parties=[(peru, "deliverer")], meeting=tree["dublin"])
    rows = {
        row.branch.meeting.slug: row.branch.statements for row in client.get("/meetings/").context["listing"].rows
    }
    assert (rows["dublin-2008"], rows["dublin-cow-8"], rows["lima-2007"]) == (1, 1, 0)


def test_the_csv_gives_the_same_rows(client: Client, tree) -> None:
    lines = client.get("/meetings.csv?year=2007").getvalue().decode().splitlines()
    assert lines[0].endswith(
        "Slug,Name,Kind,Part of,City,State,Host,Dates,States attending,Statements,As of,Record up to"
    )
    assert lines[1].startswith(
        "lima-2007,Lima 2007,Oslo Process conference,oslo-process,Lima,Peru,,23–25 May 2007,"
    )
    assert len(lines) == 2


def test_a_meetings_page_says_when_where_who_and_what(client: Client, tree) -> None:
    lima, peru, chile = tree["lima"], make_country(), make_country("CHL", "Chile")
    with recording(by=None, reason="Test"):
        lima.host = peru
        lima.save()
        source = make_source("monitor-2009", title="Peru")
        MeetingCount.objects.create(meeting=lima, counted="attending", number=67, source=source)
        MeetingCount.objects.create(meeting=lima, counted="first-time", number=27, source=source)
        Attendance.objects.create(meeting=lima, country=peru, capacity="host", source=source)
        Attendance.objects.create(meeting=lima, country=chile, head_of_delegation="Amb. Somebody")
        MeetingDocument.objects.create(meeting=lima, title="First draft text", kind="draft-text", is_public=True)
        MeetingDocument.objects.create(meeting=lima, title="Secret list", kind="participants")
    publish_statement(make_statement("Statement of Chile", parties=[(chile, "deliverer")], meeting=lima))
    make_statement("Secret draft", parties=[(peru, "deliverer")], meeting=lima)
    page = client.get("/meetings/lima-2007/").content.decode()
    for words in (
        "23–25 May 2007",
        "Lima, Peru",
        "67",
        "27",
        "Amb. Somebody",
        "First draft text",
        "Statement of Chile",
    ):
        assert words in page
    assert "Secret" not in page
    assert "States at the Lima 2007" in page  # the map: two states are named


def test_peru_at_lima_is_one_state_in_one_line_as_participant_and_host(client: Client, tree) -> None:
    lima, peru = tree["lima"], make_country()
    with recording(by=None, reason="Test"):
        for capacity in ("host", "participant"):
            Attendance.objects.create(meeting=lima, country=peru, capacity=capacity)
    page = client.get("/meetings/lima-2007/").content.decode()
    assert "1 state: participant and host 1." in " ".join(page.split())
    assert "<div>Participant and Host</div>" in page


def test_a_review_conference_in_two_parts_shows_both(client: Client) -> None:
    conference = make_meeting("2rc", "2020-11-25", "2020-11-27", kind="review-conference")
    with recording(by=None, reason="Test"):
        MeetingSpan.objects.create(meeting=conference, start="2021-09-20", end="2021-09-21", label="second part")
    page = client.get("/meetings/2rc/").content.decode()
    assert "25–27 November 2020" in page
    assert "20–21 September 2021 (second part)" in page


def test_an_unknown_meeting_is_not_found(client: Client) -> None:
    page = client.get("/meetings/nowhere/")
    assert page.status_code == 404
    assert "There is no page at this address" in page.content.decode()


def test_the_number_of_queries_does_not_grow(client: Client, tree, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(6):
        client.get("/meetings/")
    for n in range(5):
        make_meeting(f"more-{n}", parent=tree["oslo-process"])
        publish_statement(make_statement(f"S{n}", parties=[(make_country(), "deliverer")], meeting=tree["lima"]))
    with django_assert_max_num_queries(6):
        client.get("/meetings/")
    with django_assert_max_num_queries(16):
        client.get("/meetings/lima-2007/")
