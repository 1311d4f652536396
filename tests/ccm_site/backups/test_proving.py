"""What was restored is read back and compared."""

from __future__ import annotations

from zipfile import ZipFile

import pytest
from django.apps import apps

from ccm_site.backups.archive import opened
from ccm_site.backups.cells import RowShape
from ccm_site.backups.manifest import Manifest
from ccm_site.backups.proving import counted, refuse_difference
from ccm_site.backups.refusal import BackupRefused
from ccm_site.backups.restoring import RestoredTable
from ccm_site.backups.tables import kept_models
from countries.models import Country
from tests.ccm_site.backups.conftest import Original


def tables(manifest: Manifest) -> list[RestoredTable]:
    models = {model._meta.db_table: model for model in kept_models(apps)}
    return [RestoredTable(one, RowShape(models[one.table], one.columns)) for one in manifest.tables]


def prove(archive: ZipFile, manifest: Manifest) -> None:
    refuse_difference(archive, manifest, tables(manifest))


def test_the_original_is_what_its_archive_says(original: Original) -> None:
    with opened(original.archive) as (archive, manifest):
        prove(archive, manifest)


def test_a_letter_that_differs_is_found(original: Original) -> None:
    Country._base_manager.filter(slug="peru").update(name="Perú")
    with opened(original.archive) as (archive, manifest), pytest.raises(BackupRefused, match="countries_country"):
        prove(archive, manifest)


def test_rows_are_counted(original: Original) -> None:
    assert counted(RowShape(Country))[0] == 1
