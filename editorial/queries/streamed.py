"""Many rows, one after another, in memory that does not grow with their number."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import nullcontext
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

AT_ONCE = 500


def streamed(rows: QuerySet[Any, Any]) -> Generator[Any, None, None]:
    """The rows as they are at one moment, some hundred of them in memory.

    On PostgreSQL inside a transaction, without which the database first writes the whole answer to its disk. SQLite
    reads from one moment by itself, and a transaction would keep everybody from writing.
    """
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        yield from rows.iterator(chunk_size=AT_ONCE)
