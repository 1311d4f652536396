"""Whether a database may be filled from a backup: nothing of anybody's may be in it."""

from __future__ import annotations

from django.db import connection, models

from .manifest import applied_migrations
from .refusal import BackupRefused
from .tables import MADE_BY_MIGRATE, kept_models


def refuse_unless_empty() -> None:
    """Raises BackupRefused for a database with rows that somebody wrote, or with tables of something else."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
    if there and not applied_migrations():
        raise BackupRefused(f"The database has tables of something else ({', '.join(sorted(there)[:3])}). {OTHER}")
    for model in kept_models():
        table = model._meta.db_table
        if table in there and table not in MADE_BY_MIGRATE and models.QuerySet(model).exists():
            raise BackupRefused(f"The database is not empty: {table} has rows. Nothing was changed. {OTHER}")


OTHER = "A backup is restored into an empty database: createdb makes one, or name a new file for SQLite."
