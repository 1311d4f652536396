"""Documents of a meeting: under their symbol, kept under their fingerprint, shown only where the team says so."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from editorial.models import recording
from meetings.models import MeetingDocument
from meetings.models.meeting_document import stored_under
from tests.factories.meetings import make_meeting

pytestmark = pytest.mark.django_db
SHA = "ab" * 32


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


def test_it_is_called_by_its_symbol_where_it_has_one() -> None:
    assert str(MeetingDocument(title="Summary record", un_symbol="CCM/CW/SR/2")) == "CCM/CW/SR/2: Summary record"
    assert str(MeetingDocument(title="Lima declaration")) == "Lima declaration"


@pytest.mark.parametrize("name", ["report.pdf", "../../etc/passwd", "", "a" * 300])
def test_no_name_from_outside_reaches_the_disk(name: str) -> None:
    assert stored_under(MeetingDocument(sha256=SHA), name) == f"documents/ab/{SHA}"


@pytest.mark.parametrize("missing", ["sha256", "file_type", "file_size"])
def test_a_stored_file_has_type_size_and_fingerprint(missing: str) -> None:
    known = {"sha256": SHA, "file_type": "application/pdf", "file_size": 7}
    unknown = {**known, missing: None if missing == "file_size" else ""}
    meeting = make_meeting()
    with pytest.raises(ValidationError, match="A stored file has its type, size and fingerprint"):
        MeetingDocument(meeting=meeting, title="Draft", file="documents/x", **unknown).full_clean()
    with pytest.raises(IntegrityError, match="file_is_known"), transaction.atomic():
        MeetingDocument.objects.create(meeting=meeting, title="Draft", file="documents/x", **unknown)
    MeetingDocument.objects.create(meeting=meeting, title="Draft", file="documents/x", **known)


def test_readers_see_none_that_the_team_has_not_opened() -> None:
    meeting = make_meeting()
    shown = MeetingDocument.objects.create(meeting=meeting, title="Declaration", is_public=True)
    kept = MeetingDocument.objects.create(meeting=meeting, title="Notes")
    assert not kept.is_public, "unless somebody says so"
    assert list(MeetingDocument.objects.public()) == [shown]
    assert list(MeetingDocument.rows_readers_see(timezone.now())) == [shown]


def test_where_readers_download_it() -> None:
    assert MeetingDocument(pk=12).get_file_url() == "/meetings/documents/12/"


def test_a_meeting_with_documents_stays() -> None:
    document = MeetingDocument.objects.create(meeting=make_meeting(), title="Declaration")
    with pytest.raises(IntegrityError), transaction.atomic():
        document.meeting.delete()
