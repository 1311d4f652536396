"""An empty database is brought to the state of the archive, and on from there; another version's is refused in words."""

from __future__ import annotations

import dataclasses

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from ccm_site.backups.archive import opened
from ccm_site.backups.manifest import Manifest, applied_migrations
from ccm_site.backups.migrations import at_the_state_of
from ccm_site.backups.refusal import BackupRefused
from ccm_site.backups.restoring import restore
from countries.models import Country, Medium
from editorial.models import SearchEntry
from tests.ccm_site.backups.conftest import Original
from tests.ccm_site.backups.test_manifest import MANIFEST

NEWEST = ("countries", "0017_media")  # no other rests on it
ITS_TABLES = ("countries_medium", "countries_historicalmedium")


def of_yesterday(manifest: Manifest) -> Manifest:
    """As if it had been written before the table of media was there."""
    app, name = NEWEST
    names = [one for one in manifest.migrations[app] if one != name]
    return dataclasses.replace(
        manifest,
        migrations={**manifest.migrations, app: names},
        tables=[one for one in manifest.tables if one.table not in ITS_TABLES],
    )


@pytest.mark.slow
def test_an_earlier_archive_is_restored_as_it_was_and_migrated_on(
    original: Original, without_tables: None
) -> None:
    with opened(original.archive) as (archive, manifest):
        assert restore(archive, of_yesterday(manifest), prove=True) is True
    assert applied_migrations() == manifest.migrations
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert Country.objects.get().slug == "peru"
    assert not Medium.objects.exists()
    assert SearchEntry.objects.filter(kind="country").exists()


@pytest.mark.django_db
def test_a_database_that_is_past_the_archive_is_refused() -> None:
    today = dataclasses.replace(MANIFEST, migrations=applied_migrations())
    with pytest.raises(BackupRefused, match=r"has the migration countries\.0017_media.*without any tables"):
        at_the_state_of(of_yesterday(today))


@pytest.mark.django_db
def test_a_newer_archive_names_what_to_check_out() -> None:
    newer = applied_migrations()
    newer["countries"] = [*newer["countries"], "0099_tomorrow"]
    with pytest.raises(BackupRefused, match=r"countries\.0099_tomorrow.*Check out commit abcdef123456"):
        at_the_state_of(dataclasses.replace(MANIFEST, migrations=newer))


def test_an_archive_from_among_the_old_steps_names_what_to_check_out(without_tables: None) -> None:
    steps = {app: ["0001_initial"] for app in ("countries", "editorial", "meetings", "stockpiles")}
    with pytest.raises(BackupRefused, match=r"middle of old steps of countries.*Check out"):
        at_the_state_of(dataclasses.replace(MANIFEST, migrations=steps))


@pytest.mark.django_db
def test_the_same_state_needs_nothing() -> None:
    from django.apps import apps

    same = dataclasses.replace(MANIFEST, migrations=applied_migrations())
    assert at_the_state_of(same) == (apps, False)
