"""Documents at the desk: the list, the stored file, and who may download what readers may not."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editorial.rules.roles import READ_ONLY
from meetings.models import Meeting, MeetingDocument
from tests.factories.meetings import make_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]
LIST = reverse("admin:meetings_meetingdocument_changelist")
ADD = reverse("admin:meetings_meetingdocument_add")
PDF = b"%PDF-1.7 words of the declaration"


@pytest.fixture
def lima() -> Meeting:
    return make_meeting(short_name="Lima")


def entered(client, lima: Meeting, content: bytes = PDF, **fields: object):
    upload = SimpleUploadedFile("declaration.pdf", content)
    values = {
        "meeting": lima.pk,
        "kind": "declaration",
        "title": "Declaration",
        "language": "en",
        "reason": "Kept",
    }
    return client.post(ADD, {**values, "upload": upload, **fields}, follow=True)


def test_the_list_says_what_is_stored_and_is_narrowed_to_what_readers_see(at_desk, lima: Meeting) -> None:
    client = at_desk()
    entered(client, lima)
    entered(client, lima, PDF + b" shown", title="Shown", is_public="on")
    page = client.get(LIST, {"q": "lima"}).content.decode()
    assert "declaration.pdf</a> (application/pdf, 33\xa0bytes)" in page
    found = client.get(LIST, {"is_public__exact": "1"}).context["cl"].result_list
    assert [document.title for document in found] == ["Shown"]
    assert "No PDF" not in page


def test_one_without_a_file_has_none_to_show(at_desk, lima: Meeting) -> None:
    client = at_desk()
    client.post(
        ADD,
        {"meeting": lima.pk, "kind": "other", "title": "Notes", "language": "en", "reason": "Seen", "upload": ""},
    )
    document = MeetingDocument.objects.get()
    assert document.history.get().history_change_reason == "Seen"
    assert 'class="field-stored">–<' in client.get(LIST).content.decode()
    assert client.get(reverse("admin:meetings_meetingdocument_file", args=[document.pk])).status_code == 404


def test_the_team_downloads_what_readers_may_not(at_desk, client, lima: Meeting) -> None:
    entered(at_desk(), lima)
    document = MeetingDocument.objects.get()
    where = reverse("admin:meetings_meetingdocument_file", args=[document.pk])
    answer = at_desk("guest", READ_ONLY).get(where)
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert client.get(document.get_file_url()).status_code == 404
    assert client.get(where).status_code == 302


def test_a_file_that_is_refused_leaves_no_document_and_says_why(at_desk, lima: Meeting) -> None:
    page = entered(at_desk(), lima, b"<html>").content.decode()
    assert "This kind of file is not kept" in page
    assert not MeetingDocument.objects.exists()


def test_a_form_with_another_mistake_stores_nothing(at_desk, lima: Meeting) -> None:
    storage = MeetingDocument._meta.get_field("file").storage
    content = b"%PDF-1.7 sent with a form that is refused"
    entered(at_desk(), lima, content, title="")
    assert not MeetingDocument.objects.exists()
    import hashlib

    sha = hashlib.sha256(content).hexdigest()
    assert not storage.exists(f"documents/{sha[:2]}/{sha}")
