"""Readers never wait for a writer, and writers never for one another, because of the mark of what is public."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from countries.models import Country, ProfileTheme
from editorial.models import EVERYTHING, PublicationCounter, PublicationMark, public_word, recording
from editorial.models.publication_counter import TOTAL
from tests.concurrency.beside import Beside, needs_two_writers, open_change
from tests.factories.profiles import Press

pytestmark = needs_two_writers


def make(slug: str) -> None:
    with recording(by=None, reason="Made for a test"):
        Country.objects.create(slug=slug, iso3=slug[:3].upper(), name=slug.title())


def write() -> None:
    """A change that locks the number, as counting together does."""
    make("peru")
    PublicationCounter.objects.get_or_create(subject=TOTAL)
    PublicationCounter.objects.select_for_update().get(subject=TOTAL)


def test_a_reader_does_not_wait_for_an_open_change_and_sees_it_only_when_it_is_committed() -> None:
    before = public_word(timezone.now())
    with open_change(write):
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        assert public_word(timezone.now()) == before
    assert public_word(timezone.now()) != before


def test_at_the_end_of_an_embargo_two_workers_say_the_same_and_neither_counts(
    peru: Country, ban_policy: ProfileTheme, press: Press
) -> None:
    noon = timezone.now() + timedelta(hours=1)
    press.release(press.draft(peru, ban_policy), visible_from=noon)
    marks = PublicationMark.objects.count()
    before = public_word(noon - timedelta(microseconds=1))
    said: list[str] = []
    workers = [Beside(lambda: said.append(public_word(noon))) for _ in range(2)]
    assert all(worker.is_over() for worker in workers)
    assert len(said) == 2
    assert len(set(said)) == 1
    assert before not in said
    assert PublicationMark.objects.count() == marks
    assert not PublicationCounter.objects.exists()


def test_a_mark_that_is_committed_later_than_a_younger_one_is_still_seen() -> None:
    """The newest number would hide it: the older transaction took the smaller one."""
    with open_change(lambda: make("peru")):
        make("chad")
        between = public_word(timezone.now())
    assert public_word(timezone.now()) != between


def test_counting_together_leaves_an_open_mark_alone_and_two_at_once_lose_none() -> None:
    for slug in ("chad", "mali", "togo"):
        make(slug)
    with open_change(lambda: make("peru")):
        counters = [Beside(PublicationCounter.count_together) for _ in range(3)]
        assert all(counter.is_over() for counter in counters)
    counted = PublicationCounter.objects.get(subject=EVERYTHING).number
    assert counted + PublicationMark.objects.filter(subject=EVERYTHING).count() == 4
