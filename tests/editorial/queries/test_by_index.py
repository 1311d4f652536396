"""Reading by indexes ends with the block, however that ends."""

from __future__ import annotations

import pytest
from django.db import connection

from editorial.queries.by_index import reading_by_index

pytestmark = pytest.mark.django_db


def seqscan() -> str:
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL alone has a planner that has to be told")
    with connection.cursor() as cursor:
        cursor.execute("SHOW enable_seqscan")
        return str(cursor.fetchone()[0])


def test_no_table_is_read_whole_within_it() -> None:
    before = seqscan()
    with reading_by_index():
        assert seqscan() == "off"
    assert seqscan() == before
    with pytest.raises(ValueError, match="broken"), reading_by_index():
        raise ValueError("broken")
    assert seqscan() == before
