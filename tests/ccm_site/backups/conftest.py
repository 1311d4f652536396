"""An archive of a few records, made once for the run, and an empty database for each test that fills one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Max

from ccm_site.backups.archive import opened
from ccm_site.backups.manifest import Manifest
from ccm_site.backups.restoring import restore
from ccm_site.backups.writing import write_backup
from countries.models import ProfileRelease, ProfileTheme
from editorial.actions.kept_file import take_file
from editorial.actions.roles import ensure_roles
from editorial.models import CitationUse, ReleaseSeal, SearchEntry, Source, User, recording
from meetings.models import MeetingDocument
from tests.ccm_site.backups.elsewhere import elsewhere
from tests.factories.meetings import make_country, make_meeting
from tests.factories.profiles import Press
from tests.factories.treaties import make_act


@dataclass(frozen=True)
class Original:
    """What was backed up, where, and some of what was in the database then."""

    archive: Path
    manifest: Manifest
    file_name: str
    content_types: dict[int, str]
    entries: set[tuple[str, int, str]]
    uses: int
    newest_source: int
    seal: str
    release: tuple[int, str]


def entries() -> set[tuple[str, int, str]]:
    """What search has of records; the pages of the site come with its first rebuild."""
    return set(SearchEntry.objects.exclude(kind="page").values_list("kind", "object_id", "title"))


@pytest.fixture(scope="session")
def original(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Original]:
    """A release, two acts, a document with its file, an account, a deleted source."""
    folder = tmp_path_factory.mktemp("original")
    with django_db_blocker.unblock(), elsewhere(folder):
        file_name = _write_a_few_records()
        release = ProfileRelease.objects.get()
        made = Original(
            archive=folder / "original.zip",
            manifest=write_backup(folder / "original.zip"),
            file_name=file_name,
            content_types=dict(ContentType.objects.values_list("pk", "model")),
            entries=entries(),
            uses=CitationUse.objects.count(),
            newest_source=Source.objects.aggregate(top=Max("pk"))["top"],
            seal=ReleaseSeal.objects.get().sha256,
            release=(release.pk, release.sha256),
        )
    yield made
    if default_storage.exists(file_name):
        default_storage.delete(file_name)


@pytest.fixture
def empty(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[None]:
    """A freshly migrated database in the place of the one of this run."""
    with django_db_blocker.unblock(), elsewhere(tmp_path):
        yield


@pytest.fixture
def filled(empty: None, original: Original) -> None:
    """The database of the original."""
    with opened(original.archive) as (archive, manifest):
        restore(archive, manifest, prove=False)


@pytest.fixture
def without_tables(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[None]:
    """A database in which nothing is at all."""
    with django_db_blocker.unblock(), elsewhere(tmp_path, migrated=False):
        yield


def _write_a_few_records() -> str:
    """Returns the name of the stored file."""
    ensure_roles()
    peru = make_country()
    press = Press(lambda name: User.objects.get_or_create(username=name, defaults={"is_staff": True})[0])
    with recording(by=None, reason="Made for a test"):
        press.edition(peru, ProfileTheme.objects.create(slug="ban-policy", title="Ban policy", order=1))
        make_act(peru, "signature", "2008-12-03")
        make_act(peru, "ratification", "2012-09-26")
    maria = User.objects.create_user("maria", "maria@example.org")
    maria.groups.add(maria.groups.model.objects.get(name="Researcher"))
    with recording(by=maria, reason="Not ours"):
        Source.objects.create(key="gone", title="Deleted").delete()
        paper = MeetingDocument(meeting=make_meeting(), title="Declaration", is_public=True)
        take_file(paper, SimpleUploadedFile("Declaration.pdf", b"%PDF-1.7 words"))
        paper.save()
    return str(paper.file.name)
