"""The highest number that a row of a table ever had: that of a deleted row is never given to another.

Versions, seals and comments name rows by their numbers, also rows that are gone.
"""

from __future__ import annotations

from typing import Any

from django.db import connection, models


def has_counted_key(model: type[models.Model]) -> bool:
    """Whether the database itself numbers the rows."""
    return isinstance(model._meta.pk, models.AutoField | models.BigAutoField)


def last_key(model: type[models.Model]) -> int | None:
    """None where the rows are not numbered by the database."""
    if not has_counted_key(model):
        return None
    highest: int = models.QuerySet(model).aggregate(top=models.Max("pk"))["top"] or 0
    with connection.cursor() as cursor:
        return max(highest, _given(cursor, model))


def set_last_key(model: type[models.Model], key: int) -> None:
    """The next row gets a number after it."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT setval(%s::regclass, %s, %s)", [_sequence(cursor, model), max(key, 1), key > 0])
            return
        cursor.execute("UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [key, table])
        cursor.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT %s, %s "
            "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = %s)",
            [table, key, table],
        )


def _given(cursor: Any, model: type[models.Model]) -> int:
    if connection.vendor == "postgresql":
        name = _sequence(cursor, model)
        cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {name}")  # noqa: S608
    else:
        cursor.execute("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
    return int(cursor.fetchone()[0])


def _sequence(cursor: Any, model: type[models.Model]) -> str:
    """Its name in PostgreSQL, quoted where need be."""
    table = connection.ops.quote_name(model._meta.db_table)
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table, model._meta.pk.column])
    return str(cursor.fetchone()[0])
