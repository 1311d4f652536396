"""Meetings and their documents at the desk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from editorial.models import User
from meetings.models import Meeting, MeetingDocument, StatementRelease
from tests.factories.meetings import make_country, make_meeting, make_source, make_statement, publish_statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]

FORMSETS = ("spans", "counts", "attendance", "absences")


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create(username="chief", is_staff=True, is_superuser=True))
    return client


def empty(*names: str) -> dict[str, str]:
    return {f"{name}-{part}": "0" for name in names for part in ("TOTAL_FORMS", "INITIAL_FORMS")}


@pytest.mark.parametrize(
    "name", ["statement", "meeting", "meetingdocument", "theme", "actionplan", "statementrelease"]
)
def test_every_list_opens(desk: Client, name: str) -> None:
    publish_statement(make_statement(parties=[(make_country(), "deliverer")], meeting=make_meeting()))
    page = desk.get(reverse(f"admin:meetings_{name}_changelist"))
    assert page.status_code == 200
    found = {row.pk for row in page.context["cl"].result_list}
    assert found == set(page.context["cl"].model._base_manager.values_list("pk", flat=True))


def test_forms_open_with_what_is_recorded(desk: Client) -> None:
    statement = make_statement(parties=[(make_country(), "deliverer")], meeting=make_meeting())
    publish_statement(statement)
    for name, record in (
        ("statement", statement),
        ("meeting", Meeting.objects.get()),
        ("statementrelease", StatementRelease.objects.get()),
    ):
        page = desk.get(reverse(f"admin:meetings_{name}_change", args=[record.pk]))
        assert str(record) in page.content.decode()


def test_a_delegation_list_becomes_attendance(desk: Client) -> None:
    make_country(), make_country("CHL", "Chile")
    source = make_source("list-2007")
    data = {
        "name": "Lima Conference",
        "short_name": "Lima",
        "slug": "lima-2007",
        "kind": "other",
        "source": source.pk,
        "delegations": "Peru – Amb. A\nChile\nNarnia",
        "delegations_capacity": "signatory",
        "delegations_source": "list-2007",
        "no_states": "Narnia",
        "reason": "Delegation list of the host",
        **empty(*FORMSETS),
    }
    page = desk.post(reverse("admin:meetings_meeting_add"), data, follow=True).content.decode()
    rows = Meeting.objects.get().attendance.order_by("country__name")
    assert [(str(row), row.head_of_delegation, row.source.key) for row in rows if row.source] == [
        ("Chile at Lima (signatory)", "", "list-2007"),
        ("Peru at Lima (signatory)", "Amb. A", "list-2007"),
    ]
    assert "Left out, marked as no state: Narnia." in page


def document_form(meeting: Meeting, **fields: object) -> dict[str, object]:
    return {
        "meeting": meeting.pk,
        "kind": "declaration",
        "title": "Declaration",
        "language": "en",
        "reason": "Copy kept",
        **fields,
    }


def test_an_upload_is_kept_under_its_fingerprint_and_sent_to_the_team_as_a_download(desk: Client) -> None:
    upload = SimpleUploadedFile("../Lima declaration.pdf", b"%PDF-1.7 words", content_type="text/html")
    desk.post(reverse("admin:meetings_meetingdocument_add"), document_form(make_meeting(), upload=upload))
    document = MeetingDocument.objects.get()
    assert (document.file_name, document.file_type) == ("Lima declaration.pdf", "application/pdf")
    assert document.file.name == f"documents/{document.sha256[:2]}/{document.sha256}"
    assert not document.is_public
    response = desk.get(reverse("admin:meetings_meetingdocument_file", args=[document.pk]))
    assert response["Content-Disposition"].startswith("attachment")
    assert Client().get(f"/meetings/documents/{document.pk}/").status_code == 404


def test_an_upload_that_is_not_what_it_says_is_refused_and_nothing_kept(desk: Client) -> None:
    upload = SimpleUploadedFile("report.pdf", b"<html><script>alert(1)</script>", content_type="application/pdf")
    response = desk.post(
        reverse("admin:meetings_meetingdocument_add"), document_form(make_meeting(), upload=upload)
    )
    assert "This kind of file is not kept" in response.content.decode()
    assert not MeetingDocument.objects.exists()


def test_a_file_that_is_not_public_needs_a_sign_in(client: Client) -> None:
    response = client.get(reverse("admin:meetings_meetingdocument_file", args=[1]))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("admin:login"))


def test_a_meeting_with_statements_is_not_deleted(desk: Client) -> None:
    meeting = make_meeting()
    make_statement(meeting=meeting)
    page = desk.post(
        reverse("admin:meetings_meeting_delete", args=[meeting.pk]), {"post": "yes", "reason": "x"}, follow=True
    ).content.decode()
    assert "Move them to another meeting first" in page
    assert Meeting.objects.exists()
