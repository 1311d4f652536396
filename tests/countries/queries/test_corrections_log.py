"""The corrections log tells of every release that readers saw, and of each withdrawal that took one back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from countries.models import CountryProfile
from countries.queries.corrections_log import corrections, newest_corrections

Line = tuple[str, str, str]


@pytest.fixture
def profile(press, peru, ban_policy) -> CountryProfile:
    return press.edition(peru, ban_policy).profile


def log(at: datetime | None = None) -> list[Line]:
    """Release, the one to compare it with, and why it was withdrawn."""
    return [
        (line.release.label, line.before.label if line.before else "", _reason(line))
        for line in corrections("peru", "cluster-munition-ban-policy", at or timezone.now())
    ]


def feed(at: datetime | None = None) -> list[tuple[str, str]]:
    return [(line.release.label, _reason(line)) for line in newest_corrections(at or timezone.now(), 50)]


def _reason(line) -> str:
    return line.withdrawal.public_reason if line.withdrawal else ""


def test_each_release_stands_with_the_withdrawal_that_took_it(press, profile) -> None:
    press.release(profile, note="A day.", lead="Two.")
    press.withdraw(profile, "First reason.")
    press.release(profile, note="Anew.", lead="Three.")
    press.withdraw(profile, "Second reason.")
    press.release(profile, note="Once more.", lead="Four.")
    assert log() == [
        ("r4", "", ""),
        ("r3", "", "Second reason."),
        ("r2", "", "First reason."),
        ("r1", "", "First reason."),
    ]
    assert feed() == [("r4", ""), ("r3", "Second reason."), ("r2", "First reason.")]


def test_only_releases_that_readers_have_are_compared(press, profile) -> None:
    later = timezone.now() + timedelta(days=1)
    press.release(profile, note="Waits.", lead="Two.", visible_from=later)
    press.release(profile, note="Comes before it.", lead="Three.")
    assert log() == [("r3", "r1", ""), ("r1", "", "")]
    assert log(later) == [("r2", "r1", ""), ("r3", "r2", ""), ("r1", "", "")]


def test_what_was_withdrawn_before_anybody_saw_it_is_in_no_log(press, profile) -> None:
    later = timezone.now() + timedelta(days=1)
    press.withdraw(profile, "Of another state.")
    press.release(profile, note="Waits.", lead="Two.", visible_from=later)
    press.withdraw(profile, "Never seen.")
    for at in (timezone.now(), later, later + timedelta(days=9)):
        assert log(at) == [("r1", "", "Of another state.")]
        assert feed(at) == [("r1", "Of another state.")]


def test_an_edition_that_nobody_saw_has_no_log(press, peru, ban_policy) -> None:
    later = timezone.now() + timedelta(days=1)
    press.withdraw(press.release(press.draft(peru, ban_policy), visible_from=later).profile, "Never seen.")
    assert log(later) == feed(later) == []


def test_withdrawals_of_the_newest_stand_first_and_count_against_the_limit(
    press, profile, peru, ban_policy
) -> None:
    other = press.edition(peru, ban_policy, 2010).profile
    press.release(other, note="A day.", lead="Two.")
    press.withdraw(profile, "Of another state.")
    press.release(other, note="A month.", lead="Three.")
    assert feed() == [("r3", ""), ("r1", "Of another state."), ("r2", "")]
    assert [line.release.label for line in newest_corrections(timezone.now(), 2)] == ["r3", "r1"]


def test_as_many_queries_for_many_withdrawals_as_for_one(
    press, profile, peru, ban_policy, django_assert_num_queries
) -> None:
    press.withdraw(profile, "Of another state.")
    for edition in range(2010, 2014):
        press.withdraw(press.edition(peru, ban_policy, edition).profile, "Of another state.")
    with django_assert_num_queries(2):
        assert len(log()) == 5
    with django_assert_num_queries(3):
        assert len(feed()) == 5
