"""What is kept is given again as long as its word stays, and made anew for what changed alone."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from countries.models import Country
from editorial.history.as_known import as_known
from editorial.models import EVERYTHING, PublicationCounter, recording, subject_of
from editorial.queries import kept as kept_values
from editorial.queries.kept import MOST, Keeping, Room, keeping
from editorial.rules.known_day import KnownAt
from tests.editorial.models.test_public_word import mark

Makes = list[Any]


@pytest.fixture
def states(db: None) -> tuple[int, int]:
    with recording(by=None, reason="Made for a test"):
        made = [Country.objects.create(slug=slug, iso3=slug[:3].upper(), name=slug) for slug in ("chad", "peru")]
    connection.run_on_commit.clear()  # what was marked before was another transaction
    return made[0].pk, made[1].pk


@pytest.fixture
def room() -> Room:
    return Room()


def page(room: Room, hours: int = 0) -> Keeping:
    return Keeping(timezone.now() + timedelta(hours=hours), room)


def counted(made: Makes) -> int:
    made.append(1)
    return len(made)


def ask_each(found: Keeping, wanted: Any, made: Makes) -> Any:
    def make(some: list[int]) -> dict[int, int]:
        made.append(sorted(some))
        return dict.fromkeys(some, len(made))

    return found.of_each("names", Country, wanted, make)


class TestValue:
    def test_it_rests_on_its_parts_and_on_everything(self, db: None, room: Room) -> None:
        made: Makes = []

        def ask() -> int:
            return page(room).value("newest", lambda: counted(made), on=("profiles",))

        assert [ask(), ask()] == [1, 1]
        mark("stocks", subject_of(Country, 1))
        assert ask() == 1
        mark("profiles")
        assert [ask(), ask()] == [2, 2]
        mark(EVERYTHING)
        assert ask() == 3
        PublicationCounter.count_together()
        assert ask() == 3

    def test_the_end_of_an_embargo_makes_it_anew(self, db: None, room: Room) -> None:
        mark("profiles", seen_from=timezone.now() + timedelta(hours=1))
        made: Makes = []
        for hours in (0, 0, 2, 2):
            page(room, hours).value("newest", lambda: made.append(1), on=("profiles",))
        assert len(made) == 2


class TestOfEach:
    def test_only_those_that_changed_are_made_anew_all_at_once(self, states: Any, room: Room) -> None:
        chad, peru = states
        made: Makes = []
        assert ask_each(page(room), states, made) == {chad: 1, peru: 1}
        assert ask_each(page(room), states, made) == {chad: 1, peru: 1}
        mark(subject_of(Country, peru), "stocks")
        assert ask_each(page(room), states, made) == {chad: 1, peru: 2}
        mark(EVERYTHING)
        assert list(ask_each(page(room), (peru, chad), made).items()) == [(peru, 3), (chad, 3)]
        assert made == [[chad, peru], [peru], [chad, peru]]

    def test_one_that_was_not_wanted_before_is_made(self, states: Any, room: Room) -> None:
        chad, peru = states
        made: Makes = []
        ask_each(page(room), [chad], made)
        assert ask_each(page(room), states, made) == {chad: 1, peru: 2}

    def test_the_words_are_asked_for_in_two_questions(
        self, states: Any, room: Room, django_assert_num_queries
    ) -> None:
        with django_assert_num_queries(2):
            found = page(room)
            for _ in range(3):
                ask_each(found, states, [])
                found.value("newest", list, on=("profiles",))


class TestAbout:
    def test_it_rests_on_its_record_or_on_nothing_but_everything(self, states: Any, room: Room) -> None:
        chad, peru = states
        made: Makes = []

        def ask(pk: int, *, is_of_record: bool) -> int:
            name = f"story {is_of_record}"
            return page(room).about(Country, pk, name, lambda: counted(made), is_of_record=is_of_record)

        assert [ask(chad, is_of_record=True), ask(peru, is_of_record=True), ask(peru, is_of_record=False)] == [
            1,
            2,
            3,
        ]
        mark(subject_of(Country, peru))
        assert [ask(chad, is_of_record=True), ask(peru, is_of_record=True), ask(peru, is_of_record=False)] == [
            1,
            4,
            3,
        ]
        mark(EVERYTHING)
        assert ask(peru, is_of_record=False) == 5


class TestNeverOlderThanItsWord:
    def test_a_change_while_a_value_is_made_makes_it_anew_for_the_next(self, states: Any, room: Room) -> None:
        def read() -> str:
            mark(EVERYTHING)
            return "read before the change"

        page(room).value("name", read)
        assert page(room).value("name", lambda: "read after it") == "read after it"

    def test_what_a_page_keeps_stands_under_the_words_of_its_beginning(self, states: Any, room: Room) -> None:
        """A value that it took before a change goes into another after it: that one is not for pages that come later."""
        found = page(room)
        old = found.value("shared", lambda: "old")
        mark(EVERYTHING)
        found.of_each("made of it", Country, states, lambda some: dict.fromkeys(some, old))
        assert set(
            page(room).of_each("made of it", Country, states, lambda some: dict.fromkeys(some, "new")).values()
        ) == {"new"}


class TestWhereWordsDoNotTell:
    def test_inside_a_transaction_nothing_is_taken_or_kept_and_no_word_asked_for(
        self, states: Any, django_assert_num_queries
    ) -> None:
        made: Makes = []
        with transaction.atomic(), django_assert_num_queries(0):
            for _ in range(2):
                found = keeping()
                ask_each(found, states, made)
                ask_each(found, states, made)
        assert len(made) == 2  # each page shares what it has made

    @pytest.mark.django_db(transaction=True)
    def test_outside_it_is_kept_for_the_worker_and_not_for_another_moment(self, db: None) -> None:
        made: Makes = []
        with recording(by=None, reason="Made for a test"):
            chad = Country.objects.create(slug="chad", iso3="TCD", name="Chad")
        for _ in range(2):
            ask_each(keeping(), [chad.pk], made)
        assert len(made) == 1
        with as_known(KnownAt(timezone.now(), timezone.localdate()), [Country]):
            ask_each(keeping(), [chad.pk], made)
        assert len(made) == 2


class TestRoom:
    def test_days_that_readers_choose_do_not_fill_it_without_end(self, db: None, room: Room) -> None:
        for day in range(MOST + 20):
            page(room).value(("standings", day), list)
            page(room).about(Country, day, "story", list)
        assert len(room) <= MOST + kept_values.MOST_ABOUT

    def test_records_one_by_one_do_not_drive_out_what_all_share(self, db: None, room: Room) -> None:
        page(room).value("shared", lambda: "kept")
        for pk in range(2 * MOST):
            page(room).about(Country, pk, "story", list)
        assert page(room).value("shared", lambda: "made anew") == "kept"

    def test_threads_share_it(self, room: Room) -> None:
        wrong = []

        def walk() -> None:
            for number in range(3000):
                name = number % (MOST + 50)
                if (found := room.get(name)) not in (None, (name,)):
                    wrong.append(found)
                room.put(name, (name,))

        threads = [threading.Thread(target=walk) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []
        assert len(room) == MOST
