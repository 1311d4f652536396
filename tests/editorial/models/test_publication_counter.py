"""The mark of what readers see is one transaction with what it stands for."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from countries.models import Country
from editorial.models import EVERYTHING, PublicationCounter, PublicationMark, public_word, recording
from editorial.models.publication_counter import CLOCKS_DIFFER, TOTAL


def current() -> str:
    return public_word(timezone.now())


def make(slug: str) -> Country:
    with recording(by=None, reason="Made for a test"):
        return Country.objects.create(slug=slug, iso3=slug[:3].upper(), name=slug.title())


@transaction.atomic
def undone(slug: str) -> None:
    make(slug)
    raise ZeroDivisionError


@pytest.mark.django_db(transaction=True)
class TestCommitted:
    def test_a_change_moves_it_on_and_a_save_without_a_change_does_not(self) -> None:
        before = current()
        peru = make("peru")
        after = current()
        assert after != before
        peru.save()
        assert current() == after

    def test_many_changes_of_one_subject_and_transaction_are_one_mark(self) -> None:
        with transaction.atomic():
            make("peru")
            make("chad")
        assert [mark.subject for mark in PublicationMark.objects.all()].count(EVERYTHING) == 1

    def test_what_is_undone_leaves_no_mark(self) -> None:
        before = current()
        with pytest.raises(ZeroDivisionError):
            undone("peru")
        assert current() == before

    def test_a_change_after_an_undone_savepoint_is_marked(self) -> None:
        before = current()
        with transaction.atomic():
            with pytest.raises(ZeroDivisionError):
                undone("peru")
            make("chad")
        assert current() != before

    def test_a_process_that_dies_after_the_commit_loses_nothing(self) -> None:
        before = current()
        with transaction.atomic():
            make("peru")
            connection.run_on_commit.clear()  # what waits for the commit never comes to run
        assert Country.objects.filter(slug="peru").exists()
        assert current() != before

    def test_counting_marks_together_changes_nothing_for_readers(self) -> None:
        for slug in ("peru", "chad", "mali"):
            make(slug)
        before, marks = current(), PublicationMark.objects.count()
        PublicationCounter.count_together()
        assert (current(), PublicationMark.objects.count()) == (before, 0)
        assert PublicationCounter.objects.get(subject=EVERYTHING).number == 3
        assert PublicationCounter.objects.get(subject=TOTAL).number == marks
        make("togo")
        assert current() != before

    def test_marks_do_not_pile_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("editorial.models.publication_counter.COUNT_TOGETHER", 2)
        for slug in ("peru", "chad", "mali", "togo", "fiji"):
            make(slug)
        assert PublicationMark.objects.count() <= 2
        assert public_word(timezone.now(), ()) == "5-0"


@pytest.mark.django_db
def test_a_moment_is_counted_together_only_when_every_clock_has_passed_it() -> None:
    noon = timezone.now()
    with transaction.atomic():
        PublicationCounter.note_change(["stocks"], seen_from=noon)
    at = noon + CLOCKS_DIFFER
    with time_machine.travel(at - timedelta(hours=1), tick=False):
        PublicationCounter.count_together()
    assert [mark.seen_from for mark in PublicationMark.objects.all()] == [noon]
    before = public_word(at, ("stocks",))
    with time_machine.travel(at + timedelta(seconds=1), tick=False):
        PublicationCounter.count_together()
    assert not PublicationMark.objects.exists()
    assert public_word(at, ("stocks",)) == before == "1-1"
