"""Nothing is forgotten: every table of a database is in a backup, or named with its reason."""

from __future__ import annotations

import pytest
from django.db import connection

from ccm_site.backups.tables import (
    LEFT_OUT,
    MADE_BY_MIGRATE,
    WITHOUT_MODEL,
    file_columns,
    kept_models,
    stored_models,
)
from editorial.actions.derived import rebuilds
from editorial.models import Tracked, tracked_models

TABLES = {model._meta.db_table for model in stored_models()}


@pytest.mark.django_db
def test_every_table_of_the_database_is_kept_or_left_out_for_a_reason() -> None:
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
    unknown = there - {model._meta.db_table for model in kept_models()} - set(LEFT_OUT)
    assert {name for name in unknown if not name.startswith(tuple(WITHOUT_MODEL))} == set()


def test_what_is_left_out_is_there_and_can_be_made_anew() -> None:
    assert set(LEFT_OUT) <= TABLES
    assert MADE_BY_MIGRATE <= TABLES
    for table, why in LEFT_OUT.items():
        if "rebuild_index" in why:
            assert why.partition("rebuild_index: ")[2].rstrip(")") in rebuilds(), table


def test_no_record_and_no_version_is_left_out() -> None:
    for model in tracked_models():
        assert {model._meta.db_table, model.history.model._meta.db_table}.isdisjoint(LEFT_OUT)
        assert model._meta.db_table in TABLES


def test_what_says_of_itself_that_it_is_derived_is_left_out() -> None:
    derived = {
        model._meta.db_table
        for model in stored_models()
        if getattr(model, "UNTRACKED_BECAUSE", "").startswith("derived")
    }
    assert derived <= set(LEFT_OUT)


def test_files_are_named_by_rows_and_by_their_versions() -> None:
    found = [(model._meta.db_table, column) for model, column in file_columns()]
    assert ("meetings_meetingdocument", "file") in found
    assert ("meetings_historicalmeetingdocument", "file") in found
    assert len(found) == 2 * len({name.replace("_historical", "_") for name, _ in found})
    assert issubclass(file_columns()[0][0], Tracked)
