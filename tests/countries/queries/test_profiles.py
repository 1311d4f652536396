"""Lists read the newest release of each edition as it stands at a moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from countries.models import Country, ProfileTheme
from countries.queries.profiles import editions_seen, newest_first, newest_on_each_country, newest_releases
from editorial.models import recording
from tests.factories.profiles import make_country


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
    assert (editions_seen(timezone.now()), editions_seen(later)) == (1, 1)


def test_their_texts_stay_in_the_database_and_their_names_cost_nothing(
    press, peru, ban_policy, django_assert_num_queries
) -> None:
    press.edition(peru, ban_policy)
    with django_assert_num_queries(1):
        (found,) = newest_releases(timezone.now())
        assert str(found.profile) == "Peru: Cluster Munition Ban Policy 2009"
    assert "text" in found.get_deferred_fields()


def test_of_each_country_only_the_newest_edition_is_read(
    press, peru, ban_policy, django_assert_num_queries
) -> None:
    later = timezone.now() + timedelta(days=1)
    with recording(by=None, reason="Made for a test"):
        first_theme = ProfileTheme.objects.create(slug="first", title="First", order=0)
        ban_policy.order = 1
        ban_policy.save()
    chad = make_country(1)
    press.edition(peru, first_theme, 2009)
    press.edition(peru, ban_policy, 2011)
    assert _newest() == {peru.pk: (2011, ban_policy.title, "en")}
    press.edition(peru, first_theme, 2011)
    withdrawn = press.edition(peru, ban_policy, 2012)
    press.withdraw(withdrawn.profile, "Of another state.")
    press.draft(peru, ban_policy, 2013)
    press.release(press.draft(chad, ban_policy, 2014), visible_from=later)
    with django_assert_num_queries(1):
        assert _newest() == {peru.pk: (2011, "First", "en")}
    assert _newest(later)[chad.pk] == (2014, ban_policy.title, "en")


def test_of_two_languages_the_one_that_came_out_last_is_named(press, peru, ban_policy) -> None:
    english = press.edition(peru, ban_policy, 2011)
    press.edition(peru, ban_policy, 2011, language="es")
    assert _newest()[peru.pk][2] == "es"
    press.release(english.profile, note="A day.", lead="Two.")
    assert _newest()[peru.pk][2] == "en"


def _newest(at: datetime | None = None) -> dict[int, tuple[int, str, str]]:
    return {
        one.country_id: (one.edition, one.title, one.language)
        for one in newest_on_each_country(at or timezone.now(), Country.objects.values_list("pk", flat=True))
    }
