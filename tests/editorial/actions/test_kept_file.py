"""Keeping the file of a document: by its contents, once, under its fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.storage import InMemoryStorage, Storage
from django.core.files.uploadedfile import SimpleUploadedFile

from editorial.actions.kept_file import take_file
from editorial.rules.file_type import LARGEST, BadFile
from meetings.models import MeetingDocument

PDF = b"%PDF-1.7 words of the declaration"


@pytest.fixture(autouse=True)
def store() -> Iterator[Storage]:
    """An empty store in place of the one that other tests write to."""
    field = MeetingDocument._meta.get_field("file")
    kept_before, field.storage = field.storage, InMemoryStorage()
    yield field.storage
    field.storage = kept_before


def upload(content: bytes = PDF, name: str = "declaration.pdf", said: str = "text/html") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type=said)


def kept(store: Storage, folder: str = "") -> list[str]:
    folders, files = store.listdir(folder)
    return [
        *(f"{folder}{name}" for name in files),
        *(one for below in folders for one in kept(store, f"{folder}{below}/")),
    ]


def taken(**given) -> MeetingDocument:
    document = MeetingDocument(title="Declaration")
    take_file(document, upload(**given))
    return document


def test_it_is_known_by_what_it_holds_not_by_what_the_browser_says(store) -> None:
    document = taken()
    sha = hashlib.sha256(PDF).hexdigest()
    assert (document.file_type, document.file_size, document.sha256) == ("application/pdf", len(PDF), sha)
    assert document.file.name == f"documents/{sha[:2]}/{sha}"
    assert kept(store) == [document.file.name]
    assert store.open(document.file.name).read() == PDF


def test_the_same_contents_are_stored_once(store) -> None:
    first, second = taken(), taken(name="copy.pdf")
    assert first.file.name == second.file.name
    assert len(kept(store)) == 1
    assert second.file_name == "copy.pdf"


def test_what_stood_there_before_stays_in_the_store(store) -> None:
    document = taken()
    take_file(document, upload(PDF + b" corrected"))
    assert len(kept(store)) == 2
    assert document.sha256 == hashlib.sha256(PDF + b" corrected").hexdigest()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/declaration.pdf", "declaration.pdf"),
        ("C:\\Users\\ana\\declaration.pdf", "declaration.pdf"),
        ("x" * 200 + ".pdf", "x" * 156 + ".pdf"),
    ],
)
def test_of_its_name_only_the_end_is_kept(store, name: str, shown: str) -> None:
    document = MeetingDocument(title="Declaration")
    sent: Any = upload()
    sent._name = name  # a browser may send anything; Django itself cleans what it is given
    take_file(document, sent)
    assert document.file_name == shown
    assert kept(store) == [document.file.name]


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"<html><script>alert(1)</script>", "report.pdf"), (b"", "empty.pdf"), (PDF, "notes.txt")],
)
def test_what_is_not_what_its_name_says_is_refused_and_nothing_kept(store, content: bytes, name: str) -> None:
    document = MeetingDocument(title="Declaration")
    with pytest.raises(BadFile):
        take_file(document, upload(content, name))
    assert (document.sha256, document.file.name, kept(store)) == ("", "", [])


def test_a_file_that_is_too_large_is_refused_before_it_is_read(store) -> None:
    sent = upload()
    sent.size = LARGEST + 1
    with pytest.raises(BadFile, match="At most 25 MB are kept"):
        take_file(MeetingDocument(title="Declaration"), sent)
    sent.size = LARGEST
    take_file(MeetingDocument(title="Declaration"), sent)
    assert len(kept(store)) == 1
