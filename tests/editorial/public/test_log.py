"""The log tells of every release that readers saw, and of each withdrawal that took one back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

Line = tuple[str, str, str]


@pytest.fixture
def log(life):
    """Release, the one to compare it with, and why it was withdrawn."""

    def read(at: datetime | None = None) -> list[Line]:
        address = life.noun.address(life.record.releases.first())
        return [
            (line.release.label, line.before.label if line.before else "", _reason(line))
            for line in life.noun.log(at or timezone.now(), address)
        ]

    return read


@pytest.fixture
def feed(life):
    def read(at: datetime | None = None, limit: int = 50) -> list[tuple[str, str]]:
        lines = life.noun.newest_corrections(at or timezone.now(), limit)
        return [(line.release.label, _reason(line)) for line in lines]

    return read


def _reason(line) -> str:
    return line.withdrawal.public_reason if line.withdrawal else ""


def test_each_release_stands_with_the_withdrawal_that_took_it(life, log, feed) -> None:
    life.bring_out("one")
    life.bring_out("two", note="A day.")
    life.take_back("First reason.")
    life.bring_out("three", note="Anew.")
    life.take_back("Second reason.")
    life.bring_out("four", note="Once more.")
    assert log() == [
        ("r4", "", ""),
        ("r3", "", "Second reason."),
        ("r2", "", "First reason."),
        ("r1", "", "First reason."),
    ]
    assert feed() == [("r4", ""), ("r3", "Second reason."), ("r2", "First reason.")]


def test_only_releases_that_readers_have_are_compared(life, log) -> None:
    later = timezone.now() + timedelta(days=1)
    life.bring_out("one")
    life.bring_out("two", note="Waits.", visible_from=later)
    life.bring_out("three", note="Comes before it.")
    assert log() == [("r3", "r1", ""), ("r1", "", "")]
    assert log(later) == [("r2", "r1", ""), ("r3", "r2", ""), ("r1", "", "")]


def test_what_was_withdrawn_before_anybody_saw_it_is_in_no_log(life, log, feed) -> None:
    later = timezone.now() + timedelta(days=1)
    life.bring_out("one")
    life.take_back("Of another state.")
    life.bring_out("two", note="Waits.", visible_from=later)
    life.take_back("Never seen.")
    for at in (timezone.now(), later, later + timedelta(days=9)):
        assert log(at) == [("r1", "", "Of another state.")]
        assert feed(at) == [("r1", "Of another state.")]


def test_a_record_that_nobody_saw_has_no_log(life, log, feed) -> None:
    later = timezone.now() + timedelta(days=1)
    life.bring_out("one", visible_from=later)
    life.take_back("Never seen.")
    assert log(later) == feed(later) == []


def test_withdrawals_of_the_newest_stand_first_and_count_against_the_limit(life, feed) -> None:
    life.bring_out("one")
    other = life.another()
    other.bring_out("two")
    other.bring_out("three", note="A day.")
    life.take_back("Of another state.")
    other.bring_out("four", note="A month.")
    assert feed() == [("r3", ""), ("r1", "Of another state."), ("r2", "")]
    assert [label for label, _ in feed(limit=2)] == ["r3", "r1"]


def test_as_many_queries_for_many_withdrawals_as_for_one(life, log, feed, django_assert_num_queries) -> None:
    for one in (life, life.another(), life.another()):
        one.bring_out("one")
        one.take_back()
    address = life.noun.address(life.record.releases.first())
    with django_assert_num_queries(2):
        assert life.noun.log(timezone.now(), address)
    with django_assert_num_queries(3):
        assert len(feed()) == 3
