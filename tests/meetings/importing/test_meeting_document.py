"""Documents that sources name: on the page of their meeting, with the way to their source, and in the API."""

import pytest

from editorial.actions.reference import load
from meetings.models import MeetingDocument

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def documents():
    load("meeting-documents")


def test_the_draft_of_lima_and_the_records_of_dublin_are_on_their_pages(client):
    assert MeetingDocument.objects.public().count() == 8
    lima = client.get("/meetings/lima-2007/").content.decode()
    assert "First draft text of a convention" in lima
    record = client.get("/meetings/dublin-2008-cow-2/").content.decode()
    assert "CCM/CW/SR/2, 18 June 2008" in record
    assert "/sources/CCM-CW-SR-2/" in record


def test_partners_get_them_with_their_symbol(client):
    (document,) = client.get("/api/v1/meetings/ccw-3rc/").json()["documents"]
    assert (document["un_symbol"], document["kind"]) == ("CCW/CONF.III/WP.18", "declaration")


def test_loading_again_changes_nothing(reference):
    report = load("meeting-documents")
    assert (report.created, report.changed, report.unchanged) == (0, 0, 8)
