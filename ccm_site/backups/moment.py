"""Reading everything as it was at one moment, while people go on writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.db import connection, transaction


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside is of one moment, and nobody waits for it.

    PostgreSQL reads repeatably; SQLite keeps the state of the first question, by its write-ahead log, in a transaction
    that takes no lock (its writers' are immediate, and would keep all others out). Raises RuntimeError inside a
    transaction, whose own moment it would be.
    """
    here = cast(Any, connection)
    if here.in_atomic_block:
        raise RuntimeError("A backup is read in a transaction of its own.")
    here.ensure_connection()
    before = getattr(here, "transaction_mode", None)
    if here.vendor == "sqlite":
        here.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic():
            if here.vendor == "postgresql":
                with here.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if here.vendor == "sqlite":
            here.transaction_mode = before
