"""The word of what readers see changes with it, costs one question, and never says the same of two states."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from countries.models import Country, ProfileTheme
from editorial.models import (
    EVERYTHING,
    NamedInAddress,
    PublicationCounter,
    PublicWord,
    Subjects,
    public_word,
    recording,
    subject_of,
)
from tests.concurrency.beside import needs_two_writers


@transaction.atomic
def mark(*subjects: str, seen_from: datetime | None = None) -> None:
    PublicationCounter.note_change(subjects, seen_from=seen_from)
    connection.run_on_commit.clear()  # each mark of these tests is a transaction of its own


def word(on: Subjects = None, at: datetime | None = None) -> str:
    return public_word(at or timezone.now(), on)


@pytest.mark.django_db
def test_a_page_rests_on_its_subjects_and_on_what_may_stand_anywhere() -> None:
    pages: dict[str, Subjects] = {
        "stocks": ("stocks",),
        "texts": ("statements", "profiles"),
        "bare": (),
        "all": None,
    }

    def moved_by(subject: str) -> set[str]:
        before = {name: word(on) for name, on in pages.items()}
        mark(subject)
        return {name for name, on in pages.items() if word(on) != before[name]}

    assert moved_by("stocks") == {"stocks", "all"}
    assert moved_by("profiles") == {"texts", "all"}
    assert moved_by("search") == {"all"}
    assert moved_by(EVERYTHING) == set(pages)
    PublicationCounter.count_together()
    assert moved_by("stocks") == {"stocks", "all"}


@pytest.mark.django_db
def test_a_record_is_named_by_what_the_address_says(peru: Country) -> None:
    with recording(by=None, reason="Made for a test"):
        chad = Country.objects.create(slug="chad", iso3="TCD", name="Chad")
    on = (NamedInAddress(Country, "slug", "peru"),)
    before = word(on)
    mark(subject_of(Country, chad.pk))
    assert word(on) == before
    mark(subject_of(Country, peru.pk))
    assert word(on) != before


@pytest.mark.django_db
def test_the_end_of_an_embargo_is_told_by_the_clock_of_who_asks() -> None:
    first, second = timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=2)
    mark("stocks", seen_from=second)
    mark("stocks", seen_from=first)
    moment = timedelta(microseconds=1)
    words = [word(("stocks",), at) for at in (first - moment, first, second - moment, second)]
    assert words == ["2-0", "2-1", "2-1", "2-2"]
    assert word((), second) == "0-0"


@pytest.mark.django_db
def test_a_clock_that_is_put_back_finds_no_word_that_meant_something_else() -> None:
    """With one number for both, what ended at ten and what ended at half past nine would be the same."""
    ten, half_past_nine = timezone.now(), timezone.now() - timedelta(minutes=30)
    mark("stocks", seen_from=ten)
    said = {word(("stocks",), ten), word(("stocks",), ten - timedelta(hours=1))}
    mark("stocks", seen_from=half_past_nine)
    assert word(("stocks",), half_past_nine) not in said


@pytest.mark.django_db
def test_one_question_is_asked_and_nothing_written(django_assert_num_queries) -> None:
    for on in (None, ("stocks",), (NamedInAddress(Country, "slug", "peru"), "profiles")):
        with django_assert_num_queries(1) as asked:
            word(on)
        assert asked.captured_queries[0]["sql"].startswith("SELECT")


@pytest.mark.django_db
def test_records_and_parts_have_words_one_by_one(peru: Country, django_assert_num_queries) -> None:
    connection.run_on_commit.clear()
    asked, now, named = PublicWord(), timezone.now(), subject_of(Country, peru.pk)

    def said(subject: str, hours: int = 0) -> tuple[str | None, str | None]:
        at = now + timedelta(hours=hours)
        return asked.each(at, Country).get(subject), asked.each(at).get(subject)

    before = said(EVERYTHING)
    mark(named, "stocks", EVERYTHING)
    assert (said(named), said("stocks")) == (("1-0", None), (None, "1-0"))
    assert said(EVERYTHING)[0] is None
    assert said(EVERYTHING)[1] != before[1]
    mark(named, seen_from=now + timedelta(hours=1))
    assert [said(named, hours)[0] for hours in (0, 1)] == ["2-0", "2-1"]
    PublicationCounter.count_together()
    assert [said(named, hours)[0] for hours in (0, 1)] == ["2-0", "2-1"]
    mark(subject_of(ProfileTheme, 1))
    with django_assert_num_queries(1):
        assert asked.each(now, Country) is asked._each["default", Country].each
    assert asked.each(now, Country) is asked.each(now, Country)


class TestNothingCommitted:
    """On PostgreSQL nothing is asked but whether anything was committed since."""

    pytestmark = needs_two_writers

    def test_the_same_word_is_given_again_for_less(self, django_assert_num_queries) -> None:
        asked = PublicWord()
        now = timezone.now()
        first = asked(now)
        each = asked.each(now, Country)
        with django_assert_num_queries(0):
            assert asked(now) == first
            assert asked.each(now, Country) is each
        mark(EVERYTHING, subject_of(Country, 1))
        assert asked(now) != first
        assert asked.each(now, Country) != each

    def test_not_beyond_the_end_of_an_embargo_nor_before_it_again(self) -> None:
        asked = PublicWord()
        noon = timezone.now() + timedelta(hours=1)
        mark("stocks", seen_from=noon)
        assert [asked(noon + timedelta(hours=hours), ("stocks",)) for hours in (-1, 0, -1)] == [
            "1-0",
            "1-1",
            "1-0",
        ]

    def test_inside_a_transaction_its_own_marks_count(self) -> None:
        asked = PublicWord()
        with transaction.atomic():
            mark(EVERYTHING)
            first = asked(timezone.now())
            mark(EVERYTHING)
            assert asked(timezone.now()) != first
