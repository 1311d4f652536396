"""Many rows are read at one moment, some at a time."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import F

from editorial.models import Source
from editorial.queries import streamed as module
from editorial.queries.streamed import streamed, streamed_texts
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


def test_texts_come_out_as_they_are_stored_with_their_numbers() -> None:
    titles = ["", "Côte d\u2019Ivoire \\ \n\t\\N \u2028", "x" * 100_000, '\x01,"quoted"']
    sources = [make_source(f"s{place}", english_title=title) for place, title in enumerate(titles)]
    rows = Source.objects.filter(key__startswith="s").order_by("pk").values_list("pk", -F("pk"), "english_title")
    assert [(one, other, bytes(text)) for one, other, text in streamed_texts(rows)] == [
        (source.pk, -source.pk, title.encode()) for source, title in zip(sources, titles, strict=True)
    ]
    assert list(streamed_texts(rows.filter(key="none"))) == []


@pytest.mark.django_db(transaction=True)
def test_whoever_stops_while_texts_come_may_ask_something_else() -> None:
    make_source("a")
    make_source("b")
    texts = streamed_texts(Source.objects.order_by("key").values_list("pk", "pk", "key"))
    assert bytes(next(texts)[2]) == b"a"
    texts.close()
    assert Source.objects.filter(key__in="ab").count() == 2
