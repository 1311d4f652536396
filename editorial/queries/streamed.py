"""Many rows, one after another, in memory that does not grow with their number."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import nullcontext
from struct import Struct
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

AT_ONCE = 500
COPY_HEAD, COPY_END = 19, 2
"""How many bytes come before the first row of a binary copy, and after the last."""
NUMBERS = Struct(">hiqiqi")
"""How such a row begins: how many fields it has; each field after its length, the text without that."""
Buffer = bytes | memoryview


def streamed(rows: QuerySet[Any, Any]) -> Generator[Any, None, None]:
    """The rows as they are at one moment, some hundred of them in memory.

    On PostgreSQL inside a transaction, without which the database first writes the whole answer to its disk. SQLite
    reads from one moment by itself, and a transaction would keep everybody from writing.
    """
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        yield from rows.iterator(chunk_size=AT_ONCE)


def streamed_texts(rows: QuerySet[Any, Any]) -> Generator[tuple[int, int, Buffer], None, None]:
    """Rows of two whole numbers (of eight bytes in the database) and a text in UTF-8, none of them null, in their order.

    PostgreSQL copies them out in one go, and makes the next ones while these are being sent; what comes out is not made
    into words and back, which cost more than all the rest.
    """
    if connection.vendor != "postgresql":
        for one, other, text in streamed(rows):
            yield one, other, text.encode()
        return
    operations: Any = connection.ops  # those of PostgreSQL: copying takes no parameters
    sql = operations.compose_sql(*rows.query.sql_with_params())
    with connection.cursor() as cursor, cursor.copy(f"COPY ({sql}) TO STDOUT (FORMAT BINARY)") as copied:
        at = COPY_HEAD
        for row in copied:
            if len(row) > at + COPY_END:
                _, _, one, _, other, _ = NUMBERS.unpack_from(row, at)
                yield one, other, row[at + NUMBERS.size :]
            at = 0
