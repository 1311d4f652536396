"""Many rows are read at one moment, some at a time."""

from __future__ import annotations

import pytest
from django.db import connection

from editorial.models import Source
from editorial.queries import streamed as module
from editorial.queries.streamed import streamed
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


def test_rows_come_in_their_order_whatever_the_number_at_once(monkeypatch) -> None:
    for key in "abcde":
        make_source(key)
    monkeypatch.setattr(module, "AT_ONCE", 2)
    rows = Source.objects.order_by("-key").values_list("key", flat=True)
    assert list(streamed(rows)) == ["e", "d", "c", "b", "a"]


@pytest.mark.django_db(transaction=True)
def test_whoever_stops_in_the_middle_leaves_no_transaction_behind() -> None:
    make_source("a")
    make_source("b")
    rows = streamed(Source.objects.order_by("key").values_list("key", flat=True))
    assert next(rows) == "a"
    assert connection.in_atomic_block is (connection.vendor == "postgresql")
    rows.close()
    assert not connection.in_atomic_block
