"""A restored database is the original, to every number and trigger; what is refused leaves nothing."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ccm_site.backups.archive import MANIFEST, opened, table_entry
from ccm_site.backups.manifest import Manifest
from ccm_site.backups.refusal import BackupRefused
from ccm_site.backups.restoring import restore
from ccm_site.backups.writing import write_backup
from countries.models import Country, ProfileRelease, TreatyAction
from countries.models.treaty_action_triggers import deviations
from editorial.models import CitationUse, Source, User, public_word, recording
from editorial.queries.seals import verify
from tests.ccm_site.backups.conftest import Original, entries
from tests.ccm_site.backups.elsewhere import elsewhere
from tests.factories.treaties import make_act

pytestmark = pytest.mark.usefixtures("empty")


def bring_back(archive: Path) -> bool:
    with opened(archive) as (file, manifest):
        return restore(file, manifest, prove=True)


def test_every_table_is_the_same_again(original: Original, tmp_path: Path) -> None:
    assert bring_back(original.archive) is False
    again = write_backup(tmp_path / "again.zip")
    assert again.tables == original.manifest.tables
    assert again.releases == original.manifest.releases
    assert again.files == original.manifest.files
    assert dict(ContentType.objects.values_list("pk", "model")) == original.content_types
    assert not any(verify())


def test_what_was_left_out_is_made_anew(original: Original) -> None:
    bring_back(original.archive)
    assert entries() == original.entries
    assert CitationUse.objects.count() == original.uses > 0
    assert ProfileRelease.objects.get().ready.page


def test_the_database_refuses_afterwards_what_it_refused(original: Original) -> None:
    bring_back(original.archive)
    assert deviations(connection) == []
    with recording(by=None, reason="Test"):
        chile = Country.objects.create(iso2="CL", iso3="CHL", slug="chile", name="Chile", region="Americas")
    with pytest.raises(DatabaseError, match="without a signature"), transaction.atomic():
        make_act(chile, "ratification", "2012-09-26")


def test_acts_come_back_in_whatever_order_they_were_numbered(original: Original, tmp_path: Path) -> None:
    """A signature that was recorded again has a higher number than the ratification after it."""
    bring_back(original.archive)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE countries_treatyaction SET id = 900 WHERE kind = 'signature'")
    write_backup(tmp_path / "other.zip")
    with elsewhere(tmp_path, name="further"):
        bring_back(tmp_path / "other.zip")
        assert TreatyAction.objects.get(kind="signature").pk == 900


def test_a_deleted_row_s_number_is_given_to_nobody(original: Original) -> None:
    bring_back(original.archive)
    gone = Source.history.filter(key="gone")[0].id
    with recording(by=None, reason="Test"):
        assert Source.objects.create(key="next", title="The next one").pk > gone


def test_accounts_come_with_their_groups_and_nobody_is_signed_in(original: Original) -> None:
    bring_back(original.archive)
    maria = User.objects.get(username="maria")
    assert [group.name for group in maria.groups.all()] == ["Researcher"]
    assert "django_session" in original.manifest.left_out


def test_no_cache_takes_it_for_an_earlier_state(original: Original) -> None:
    bring_back(original.archive)
    for subjects in (None, ("countries",), ()):
        assert int(public_word(timezone.now(), subjects).split("-")[0]) > 1_700_000_000


def test_files_come_back_into_the_store(original: Original) -> None:
    default_storage.delete(original.file_name)
    bring_back(original.archive)
    assert default_storage.open(original.file_name).read() == b"%PDF-1.7 words"


def test_a_database_in_which_somebody_works_is_refused(original: Original, tmp_path: Path) -> None:
    bring_back(original.archive)
    with pytest.raises(BackupRefused, match="not empty: countries_country has rows"):
        bring_back(original.archive)
    assert write_backup(tmp_path / "again.zip").tables == original.manifest.tables


def spoiled(original: Original, folder: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The archive with some of its parts changed, each with a right checksum of its own."""
    path = folder / "spoiled.zip"
    with ZipFile(original.archive) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return path


def test_an_archive_with_another_row_leaves_nothing(original: Original, tmp_path: Path) -> None:
    def other(name: str, part: bytes) -> bytes:
        return part.replace(b"Peru", b"Chad") if name == table_entry("countries_country") else part

    with pytest.raises(BackupRefused, match="The table countries_country of the archive is not"):
        bring_back(spoiled(original, tmp_path, other))
    assert (Country.objects.count(), User.objects.count()) == (0, 0)
    assert deviations(connection) == []
    bring_back(original.archive)  # nothing is in its way


def test_an_archive_with_another_file_leaves_nothing(original: Original, tmp_path: Path) -> None:
    if default_storage.exists(original.file_name):
        default_storage.delete(original.file_name)
    other = spoiled(original, tmp_path, lambda name, part: b"other" if name.startswith("media/") else part)
    with pytest.raises(BackupRefused, match=f"The file {original.file_name}"):
        bring_back(other)
    assert not User.objects.exists()
    assert not default_storage.exists(original.file_name)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'"editorial_audit', b'"editorial_other', "do not have the same tables: editorial_auditentry"),
        (b'"iso3"', b'"iso4"', "countries_country has other columns"),
    ],
)
def test_an_archive_of_other_tables_or_columns_is_refused(
    original: Original, tmp_path: Path, old: bytes, new: bytes, words: str
) -> None:
    path = spoiled(original, tmp_path, lambda name, part: part.replace(old, new) if name == MANIFEST else part)
    with pytest.raises(BackupRefused, match=words):
        bring_back(path)


def test_a_key_that_leads_nowhere_leaves_nothing(original: Original, tmp_path: Path) -> None:
    """A table without rows, whose manifest says so: every part is as it was written, and together they are nothing."""
    path = spoiled(original, tmp_path, lambda name, part: b"" if name == table_entry("countries_treaty") else part)
    with opened(path) as (archive, manifest):
        with pytest.raises(BackupRefused, match="names another that is not there"):
            restore(archive, _with_empty(manifest, "countries_treaty"), prove=False)
        assert not User.objects.exists()


def _with_empty(manifest: Manifest, table: str) -> Manifest:
    nothing = hashlib.sha256().hexdigest()
    tables = [
        dataclasses.replace(one, rows=0, sha256=nothing) if one.table == table else one for one in manifest.tables
    ]
    return dataclasses.replace(manifest, tables=tables)
