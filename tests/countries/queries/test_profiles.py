"""Lists read the newest release of each edition as it stands at a moment."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from countries.queries.profiles import newest_first, newest_releases


def test_each_edition_stands_with_its_newest_release_that_is_out(press, peru, ban_policy) -> None:
    later = timezone.now() + timedelta(days=1)
    first = press.edition(peru, ban_policy, 2009)
    second = press.release(first.profile, note="A day.", lead="Two.")
    third = press.release(first.profile, note="Waits.", lead="Three.", visible_from=later)
    other = press.edition(peru, ban_policy, 2011)
    assert list(newest_first(timezone.now())) == [other, second]
    assert list(newest_first(later)) == [third, other]
    press.withdraw(other.profile, "Of another state.")
    assert list(newest_first(timezone.now())) == [second]


def test_their_texts_stay_in_the_database_and_their_names_cost_nothing(
    press, peru, ban_policy, django_assert_num_queries
) -> None:
    press.edition(peru, ban_policy)
    with django_assert_num_queries(1):
        (found,) = newest_releases(timezone.now())
        assert str(found.profile) == "Peru: Cluster Munition Ban Policy 2009"
    assert "text" in found.get_deferred_fields()
