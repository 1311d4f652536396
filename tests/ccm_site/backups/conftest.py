"""An archive of a few records, made once for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from ccm_site.backups.manifest import Manifest
from ccm_site.backups.writing import write_backup
from countries.models import Country, ProfileTheme
from editorial.actions.kept_file import take_file
from editorial.models import Source, User, recording
from meetings.models import MeetingDocument
from tests.factories.meetings import make_meeting
from tests.factories.profiles import Press
from tests.factories.treaties import make_act


@dataclass(frozen=True)
class Original:
    """What was backed up, and where."""

    archive: Path
    manifest: Manifest
    file_name: str


@pytest.fixture
def original(
    transactional_db: None,
    press: Press,
    peru: Country,
    ban_policy: ProfileTheme,
    sources: list[Source],
    person: Callable[..., User],
    tmp_path: Path,
) -> Iterator[Original]:
    """A release, two acts written in the other order, a document with its file, an account, a deleted source."""
    press.edition(peru, ban_policy)
    signed = make_act(peru, "signature", "2008-12-03")
    make_act(peru, "ratification", "2012-09-26")
    with recording(by=person("maria", "Researcher", email="maria@example.org"), reason="Not ours"):
        Source.objects.create(key="gone", title="Deleted").delete()
        paper = MeetingDocument(meeting=make_meeting(), title="Declaration", is_public=True)
        take_file(paper, SimpleUploadedFile("Declaration.pdf", b"%PDF-1.7 words"))
        paper.save()
    assert signed.pk
    path = tmp_path / "original.zip"
    manifest = write_backup(path)
    yield Original(path, manifest, str(paper.file.name))
    _forget(paper.file.name)


def _forget(name: Any) -> None:
    if default_storage.exists(name):
        default_storage.delete(name)
