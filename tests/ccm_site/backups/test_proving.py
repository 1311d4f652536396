"""What was restored is read back and compared."""

from __future__ import annotations

from zipfile import ZipFile

import pytest
from django.apps import apps
from django.db import models

from ccm_site.backups.archive import opened
from ccm_site.backups.cells import RowShape
from ccm_site.backups.manifest import Manifest
from ccm_site.backups.proving import RestoredTable, counted, refuse_difference
from ccm_site.backups.refusal import BackupRefused
from ccm_site.backups.tables import kept_models
from countries.models import Country
from tests.ccm_site.backups.conftest import Original


def tables(manifest: Manifest) -> list[RestoredTable]:
    known = {model._meta.db_table: model for model in kept_models(apps)}
    return [RestoredTable(one, RowShape(known[one.table], one.columns)) for one in manifest.tables]


def prove(archive: ZipFile, manifest: Manifest) -> None:
    refuse_difference(archive, manifest, tables(manifest))


def test_what_was_restored_is_what_the_archive_says_until_a_letter_differs(
    filled: None, original: Original
) -> None:
    with opened(original.archive) as (archive, manifest):
        prove(archive, manifest)
        assert counted(RowShape(Country))[0] == 1
        models.QuerySet(Country).filter(slug="peru").update(name="Perú")
        with pytest.raises(BackupRefused, match="countries_country"):
            prove(archive, manifest)
