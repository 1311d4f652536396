"""Meetings and statements on the composed pages: never a draft."""

import pytest
from django.test import Client

from countries.models import Country
from editorial.models import recording
from meetings.models import Attendance
from tests.factories.meetings import make_country, make_meeting, make_statement, make_theme, publish_statement
from tests.factories.sitemap import whole_sitemap

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def statements() -> None:
    peru, chile = make_country(), make_country("CHL", "Chile")
    lima = make_meeting()
    parties = [(peru, "lead"), (chile, "co-sponsor")]
    publish_statement(make_statement("Paper of Peru", parties=parties, themes=[make_theme()], meeting=lima))
    make_statement("Secret draft", parties=[(peru, "deliverer")], meeting=lima)


def test_the_home_page_shows_the_newest_statements(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "Paper of Peru" in page
    assert "Secret" not in page


def test_a_states_page_shows_what_it_said_and_with_whom(client: Client) -> None:
    page = client.get("/countries/peru/").content.decode()
    assert "What it said" in page
    assert "Paper of Peru" in page
    assert "/statements/?country=PER&amp;partner=CHL" in page
    assert "Secret" not in page


def test_the_sitemap_names_meetings_and_published_statements_only(client: Client) -> None:
    sitemap = whole_sitemap(client)
    assert "/meetings/lima-2007/" in sitemap
    assert "/themes/retention/" in sitemap
    assert "/paper-of-peru/" in sitemap
    assert "secret" not in sitemap.lower()
    assert sitemap.count("/statements/") == 2  # the list and the one paper


def test_the_newest_meeting_on_record_is_not_called_the_last_one(client: Client) -> None:
    peru = Country.objects.get(iso3="PER")
    event = make_meeting("ny-event-2009", "2009-03-18", "2009-03-18")
    with recording(by=None, reason="Test"):
        Attendance.objects.create(meeting=event, country=peru)
    page = " ".join(client.get("/countries/peru/").content.decode().split())
    assert "Newest meeting with it on record" in page
    assert (
        "18 March 2009. Attendance is recorded here only in part: this says nothing about later meetings." in page
    )
    assert "Last meeting" not in page
