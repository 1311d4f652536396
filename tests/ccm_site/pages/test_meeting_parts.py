"""Meetings and statements on the composed pages: never a draft."""

import pytest
from django.test import Client

from countries.models import Country
from editorial.models import recording
from meetings.models import Attendance
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)
from tests.factories.sitemap import whole_sitemap
from tests.factories.votes import make_vote, say

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


def test_a_states_page_tells_a_dispute_not_voting_and_nothing_recorded_apart(client: Client) -> None:
    peru = Country.objects.get(iso3="PER")
    say(make_vote(2016), peru, "no", make_source("monitor", publisher="The Monitor"), made_on="2017")
    say(make_vote(2016), peru, "absent", make_source("data", publisher="A data set"))
    say(make_vote(2017), peru, "absent", make_source("data"))
    make_vote(2018)
    page = " ".join(client.get("/countries/peru/").content.decode().split())
    section = page.partition('id="votes"')[2].partition("</section>")[0]
    assert "Sources differ: against or did not vote" in section
    assert 'Against: <a href="/sources/monitor/">The Monitor, 2017</a>' in section
    assert 'Did not vote: <a href="/sources/data/">A data set</a>' in section
    assert section.index(">Did not vote<") < section.index(">No vote recorded here<")


def test_of_what_is_no_member_the_page_says_who_votes(client: Client) -> None:
    make_vote(2018)
    make_country("VAT", "Holy See", is_un_member=False)
    page = client.get("/countries/holy-see/").content.decode()
    assert "Only members of the United Nations vote in the General Assembly." in page
    assert "No vote recorded here" not in page
