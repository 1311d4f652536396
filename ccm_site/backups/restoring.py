"""Filling an empty database from an archive: all of it or nothing, with every number, hash and trigger as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any
from zipfile import ZipFile

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from editorial.actions.derived import rebuilds
from editorial.management.named_parts import with_bar
from editorial.models import EVERYTHING, PublicationCounter
from editorial.models.publication_counter import TOTAL

from .cells import AT_ONCE, RowShape
from .emptiness import refuse_unless_empty
from .files_back import FilesPutBack
from .keys import set_last_key
from .manifest import Manifest
from .migrations import at_the_state_of
from .proving import RestoredTable, refuse_difference
from .reading import rows_of
from .refusal import BackupRefused
from .tables import LEFT_OUT, MADE_BY_MIGRATE, stored_models
from .triggers import without_triggers

Done = Callable[[int], object]


def restore(archive: ZipFile, manifest: Manifest, *, prove: bool, done: Done = lambda count: None) -> bool:
    """Fill the database; ``prove`` reads every table back and compares its hash with the archive's. Returns whether the
    archive was of an earlier state, from which the database was migrated on.

    Raises BackupRefused, and nothing is changed but that empty tables may be there.
    """
    refuse_unless_empty()
    among, is_earlier = at_the_state_of(manifest)
    tables = _tables(manifest, among)
    files = FilesPutBack(archive)
    try:
        with transaction.atomic():
            _fill(archive, tables, done)
            if prove:
                refuse_difference(archive, manifest, tables)
            files.put(manifest.files, done)
            if not is_earlier:
                _make_derived(timezone.now())
    except BaseException:
        files.take_away()
        raise
    if is_earlier:
        _lead_on()
    return is_earlier


def _tables(manifest: Manifest, among: Any) -> list[RestoredTable]:
    """Raises BackupRefused where archive and database do not have the same tables and columns."""
    here = {model._meta.db_table: model for model in stored_models(among)}
    there = {kept.table: kept for kept in manifest.tables}
    if astray := (there.keys() - here.keys()) | (here.keys() - there.keys() - {*manifest.left_out, *LEFT_OUT}):
        raise BackupRefused(f"Archive and database do not have the same tables: {', '.join(sorted(astray))}.")
    made = []
    for table, kept in there.items():
        columns = {str(field.column) for field in here[table]._meta.concrete_fields}
        if astray := columns.symmetric_difference(kept.columns):
            raise BackupRefused(
                f"The table {table} has other columns in the archive: {', '.join(sorted(astray))}."
            )
        made.append(RestoredTable(kept, RowShape(here[table], kept.columns)))
    return made


def _fill(archive: ZipFile, tables: list[RestoredTable], done: Done) -> None:
    """Every row. Keys are checked at the end, so that no table has to come before another."""
    with without_triggers(), connection.cursor() as cursor:
        for table in MADE_BY_MIGRATE:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608 - named above
        for one in tables:
            try:
                for written in _insert(cursor, one.shape, rows_of(archive, one.kept)):
                    done(written)
            except (DatabaseError, ValueError) as problem:
                raise BackupRefused(
                    f"This database does not take a row of {one.kept.table}: {problem} Nothing was restored."
                ) from problem
        try:
            connection.check_constraints()
        except DatabaseError as problem:
            raise BackupRefused(
                f"A row names another that is not there: {problem} Nothing was restored."
            ) from problem
    for one in tables:
        if one.kept.last_key is not None:
            set_last_key(one.shape.model, one.kept.last_key)


def _insert(cursor: Any, shape: RowShape, rows: Iterator[list[Any]]) -> Iterator[int]:
    """Plain statements: saving would stamp moments, write versions and run all that follows a save."""
    name = connection.ops.quote_name
    columns, places = ", ".join(map(name, shape.columns)), ", ".join(["%s"] * len(shape.columns))
    sql = f"INSERT INTO {name(shape.model._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608
    while some := [shape.stored(cells, connection) for cells in islice(rows, AT_ONCE)]:
        cursor.executemany(sql, some)
        yield len(some)


@transaction.atomic
def _make_derived(now: datetime) -> None:
    """What was left out of the archive, and a word for caches that no earlier state of any database had."""
    ContentType.objects.clear_cache()
    with connection.cursor() as cursor:
        for table in LEFT_OUT:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608 - named there
    for name, rebuild in rebuilds().items():
        for _ in with_bar(rebuild(now), name, "record"):
            pass
    for subject in (TOTAL, EVERYTHING):
        PublicationCounter.objects.update_or_create(subject=subject, defaults={"number": int(now.timestamp())})


def _lead_on() -> None:
    """From the earlier state to today's. Raises BackupRefused where a migration fails."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
        _make_derived(timezone.now())
    except (DatabaseError, ValueError) as problem:
        raise BackupRefused(
            f"The archive was restored as it was, and migrating from there failed: {problem} Throw this database away, "
            "check out the version of the archive, restore there, and look at the rows that the migration names."
        ) from problem
