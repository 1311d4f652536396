"""Files of documents: only public ones, only as downloads, under headers that keep a browser from running them."""

import hashlib
import io
from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.test import Client

from editorial.models import recording
from meetings.models import MeetingDocument
from tests.factories.meetings import make_meeting

pytestmark = pytest.mark.django_db


def make_document(content: bytes = b"%PDF-1.7 words", name: str = "Draft.pdf", **fields) -> MeetingDocument:
    document = MeetingDocument(
        meeting=make_meeting(),
        title="First draft text",
        file_name=name,
        file_type="application/pdf",
        file_size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        **fields,
    )
    with recording(by=None, reason="Test"):
        document.file.save("ignored", ContentFile(content))
    return document


def test_a_public_file_is_sent_as_a_download_that_nothing_runs(client: Client) -> None:
    response = client.get(make_document(is_public=True).get_file_url())
    assert response.getvalue() == b"%PDF-1.7 words"
    assert response["Content-Disposition"] == 'attachment; filename="Draft.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_file_that_is_not_public_does_not_exist_for_readers(client: Client) -> None:
    document = make_document()
    answer = client.get(document.get_file_url())
    assert answer.status_code == 404
    assert document.file_name not in answer.content.decode()
    assert "Content-Disposition" not in answer


def test_a_document_without_file_or_with_a_lost_file_answers_404(client: Client) -> None:
    document = make_document(is_public=True)
    document.file.storage.delete(document.file.name)
    answer = client.get(document.get_file_url())
    assert answer.status_code == 404
    assert document.sha256 not in answer.content.decode()


@pytest.mark.parametrize("name", ['a"b\r\nSet-Cookie: x.pdf', "../../etc/passwd", "…", ""])
def test_a_name_from_outside_reaches_neither_disk_nor_header(client: Client, name: str) -> None:
    document = make_document(name=name, is_public=True)
    assert document.file.name.startswith(f"documents/{document.sha256[:2]}/{document.sha256}")
    response = client.get(document.get_file_url())
    assert "\n" not in response["Content-Disposition"]
    assert ".." not in response["Content-Disposition"].replace("..pdf", "")


class StoreElsewhere(Storage):
    """As one that speaks S3: names and contents, and no path on this machine."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}

    def _open(self, name: str, mode: str = "rb") -> File:
        if name not in self.objects:
            raise FileNotFoundError(name)
        return File(io.BytesIO(self.objects[name]), name)

    def _save(self, name: str, content: File) -> str:
        self.objects[name] = b"".join(content.chunks())
        return name

    def exists(self, name: str) -> bool:
        return name in self.objects

    def delete(self, name: str) -> None:
        self.objects.pop(name, None)


@pytest.fixture
def elsewhere() -> Iterator[StoreElsewhere]:
    field = MeetingDocument._meta.get_field("file")
    kept_before, field.storage = field.storage, StoreElsewhere()
    yield field.storage
    field.storage = kept_before


def test_a_store_without_paths_serves_who_may_read_and_nobody_else(
    client: Client, elsewhere: StoreElsewhere
) -> None:
    document = make_document(is_public=True)
    with pytest.raises(NotImplementedError):
        _ = document.file.path
    answer = client.get(document.get_file_url())
    assert answer.getvalue() == b"%PDF-1.7 words"
    assert answer["Content-Disposition"] == 'attachment; filename="Draft.pdf"'
    elsewhere.objects.clear()
    assert client.get(document.get_file_url()).status_code == 404


def test_a_store_without_paths_gives_nobody_what_is_not_public(client: Client, elsewhere: StoreElsewhere) -> None:
    assert client.get(make_document().get_file_url()).status_code == 404
    assert elsewhere.objects
