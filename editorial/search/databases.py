"""Which full-text search answers: the one of the database in use."""

from __future__ import annotations

from django.db import connection

from .backend import SearchBackend
from .postgresql import PostgreSQLSearch
from .sqlite import SQLiteSearch


def backend() -> SearchBackend:
    return PostgreSQLSearch() if connection.vendor == "postgresql" else SQLiteSearch()
