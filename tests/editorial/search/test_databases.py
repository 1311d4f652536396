"""The search of the database in use answers."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from editorial.search.databases import backend
from editorial.search.postgresql import PostgreSQLSearch
from editorial.search.sqlite import SQLiteSearch


@pytest.mark.parametrize(("vendor", "search"), [("sqlite", SQLiteSearch), ("postgresql", PostgreSQLSearch)])
def test_each_database_has_its_search(vendor: str, search: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editorial.search.databases.connection", SimpleNamespace(vendor=vendor))
    assert type(backend()) is search
