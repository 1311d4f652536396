"""The mark of what readers see is one transaction with what it stands for."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from countries.models import Country
from editorial.models import PublicationCounter, PublicationMark, recording


def current() -> str:
    return PublicationCounter.current(timezone.now())


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

    def test_many_changes_of_one_transaction_are_one_mark(self) -> None:
        with transaction.atomic():
            make("peru")
            make("chad")
        assert PublicationMark.objects.count() == 1

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
        before = current()
        PublicationCounter.count_together()
        assert (current(), PublicationMark.objects.count()) == (before, 0)
        assert PublicationCounter.objects.get().number == 3
        make("togo")
        assert current() != before

    def test_marks_do_not_pile_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("editorial.models.publication_counter.COUNT_TOGETHER", 2)
        for slug in ("peru", "chad", "mali", "togo", "fiji"):
            make(slug)
        assert PublicationMark.objects.count() <= 2
        assert current().startswith("5-")


def test_the_end_of_an_embargo_follows_from_the_clock_and_is_stored_nowhere(peru, ban_policy, press) -> None:
    first, second = timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=2)
    press.release(press.draft(peru, ban_policy, 2009), visible_from=second)
    press.release(press.draft(peru, ban_policy, 2012), visible_from=first)
    moment = timedelta(microseconds=1)
    words = [PublicationCounter.current(at) for at in (first - moment, first, second - moment, second)]
    assert words[1] == words[2]
    assert len(set(words)) == 3


def test_a_reader_asks_one_question_and_writes_nothing(peru, django_assert_num_queries) -> None:
    with django_assert_num_queries(1) as asked:
        current()
    assert asked.captured_queries[0]["sql"].startswith("SELECT")
