"""Whether the database is what the code expects."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from ccm_site.doctor.database import abilities, migrations, triggers
from countries.models.treaty_action_triggers import take_down
from tests.ccm_site.doctor.found import found

pytestmark = pytest.mark.django_db


def test_a_migrated_database_is_well() -> None:
    assert found(migrations) == [("good", "none is missing")]
    assert found(triggers) == [("good", "those on treaty acts stand as the rules want them")]
    (told,) = found(abilities)
    assert told[0] == "good"


def test_a_missing_migration_is_named() -> None:
    [(app, name)] = MigrationLoader(connection).graph.leaf_nodes("editorial")
    MigrationRecorder.Migration.objects.filter(app=app, name=name).delete()
    assert found(migrations) == [("bad", f"1 are missing, editorial.{name} first")]


def test_a_missing_trigger_is_named() -> None:
    take_down(connection)
    told = found(triggers)
    assert told
    assert all(level == "bad" and "is missing" in says for level, says in told)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite keeps its full text by triggers")
def test_full_text_that_nobody_keeps_is_told() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER editorial_searchterms_new")
    assert found(abilities) == [("bad", "the full text is not kept: editorial_searchterms_new is missing")]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL: its full text is a column")
def test_full_text_without_its_column_is_told() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE editorial_searchentry DROP COLUMN words")
    assert found(abilities) == [("bad", "the column of the full text is missing")]
