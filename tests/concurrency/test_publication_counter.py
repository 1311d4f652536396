"""Readers never wait for a writer, and writers never for one another, because of the mark of what is public."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import close_old_connections, connection, transaction
from django.utils import timezone

from countries.models import Country
from editorial.models import PublicationCounter, PublicationMark, recording

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="needs PostgreSQL: SQLite has one writer at a time (DATABASE_URL)",
    ),
]
PATIENCE = 20  # seconds; only a wait for a lock lasts so long


def make(slug: str) -> None:
    with recording(by=None, reason="Made for a test"):
        Country.objects.create(slug=slug, iso3=slug[:3].upper(), name=slug.title())


def beside(act: Callable[[], object]) -> threading.Thread:
    """Run something on a connection of its own."""

    def run() -> None:
        try:
            act()
        finally:
            close_old_connections()
            connection.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


@contextmanager
def open_change(slug: str) -> Iterator[None]:
    """A change that another connection has made and commits only at the end."""
    changed, done = threading.Event(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            make(slug)
            changed.set()
            assert done.wait(PATIENCE)

    writer = beside(write)
    assert changed.wait(PATIENCE)
    try:
        yield
    finally:
        done.set()
        writer.join(PATIENCE)


def test_a_reader_does_not_wait_for_an_open_change_and_sees_it_only_when_it_is_committed() -> None:
    changed, done = threading.Event(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            make("peru")
            PublicationCounter.objects.get_or_create(pk=1)
            PublicationCounter.objects.select_for_update().get(pk=1)
            changed.set()
            assert done.wait(PATIENCE)

    before = PublicationCounter.current(timezone.now())
    writer = beside(write)
    assert changed.wait(PATIENCE)
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '2s'")
    assert PublicationCounter.current(timezone.now()) == before
    done.set()
    writer.join(PATIENCE)
    assert PublicationCounter.current(timezone.now()) != before


def test_a_mark_that_is_committed_later_than_a_younger_one_is_still_seen() -> None:
    """The newest number would hide it: the older transaction took the smaller one."""
    with open_change("peru"):
        make("chad")
        between = PublicationCounter.current(timezone.now())
    assert PublicationCounter.current(timezone.now()) != between


def test_counting_together_leaves_an_open_mark_alone_and_two_at_once_lose_none() -> None:
    for slug in ("chad", "mali", "togo"):
        make(slug)
    with open_change("peru"):
        counters = [beside(PublicationCounter.count_together) for _ in range(3)]
        for counter in counters:
            counter.join(PATIENCE)
            assert not counter.is_alive()
    assert PublicationCounter.objects.get().number + PublicationMark.objects.count() == 4
