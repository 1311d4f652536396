"""Reading that goes by indexes alone, where PostgreSQL would think that reading a whole table is cheaper.

It does not reckon with what a text costs that lies outside its row: to compare the words of every text of a table takes
a hundred times what the planner expects.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


@contextmanager
def reading_by_index() -> Iterator[None]:
    """Within it no table is read whole that has an index to go by. Elsewhere than in PostgreSQL it is nothing."""
    here: Any = connections[DEFAULT_DB_ALIAS]
    if here.vendor != "postgresql":
        yield
        return
    here.ensure_connection()
    here.connection.pgconn.exec_(b"SET enable_seqscan = off")
    try:
        yield
    finally:
        if (
            here.connection is not None
        ):  # in a transaction that failed this does nothing, and what was set goes with it
            here.connection.pgconn.exec_(b"RESET enable_seqscan")
