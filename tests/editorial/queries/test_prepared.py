"""A prepared query answers what the queryset that it is made of answers, for any values."""

from __future__ import annotations

from datetime import timedelta
from threading import Thread

import pytest
from django.utils import timezone

from countries.models import Country, ProfileRelease
from editorial.queries.prepared import Prepared
from editorial.rules.partial_date import PartialDate

pytestmark = pytest.mark.django_db


def rows(at, country):
    visible = ProfileRelease.objects.visible(at).filter(profile__country__slug=country)
    return visible.select_related("profile__country", "released_by").only(
        "number", "released_by", "profile__country__name", "profile__covers_until"
    )


@pytest.fixture
def asked() -> Prepared[ProfileRelease]:
    return Prepared(rows)


def test_each_value_finds_its_own(asked, press, peru, ban_policy, django_assert_num_queries) -> None:
    later = timezone.now() + timedelta(days=2)
    first = press.edition(peru, ban_policy, 2009)
    press.release(press.draft(peru, ban_policy, 2010), visible_from=later)
    assert asked(at=timezone.now(), country="chad") == []
    assert asked(at=timezone.now() - timedelta(days=1), country="peru") == []
    with django_assert_num_queries(1):
        (found,) = asked(at=timezone.now(), country="peru")
        assert (found, found.profile.country.name) == (first, "Peru")
    assert len(asked(at=later, country="peru")) == 2


def test_what_was_not_read_is_read_when_it_is_asked_for(asked, press, peru, ban_policy) -> None:
    release = press.edition(peru, ban_policy, covers_until="March 2009")
    (found,) = asked(at=timezone.now(), country="peru")
    assert found.get_deferred_fields() >= {"title", "body_html"}
    assert (found.title, found.released_by) == (release.title, press.publisher)
    assert found.profile.covers_until == PartialDate.parse("March 2009")


def test_columns_are_read_as_python_knows_them(press, peru, ban_policy) -> None:
    release = press.edition(peru, ban_policy, covers_until="March 2009")
    release.refresh_from_db()
    whole: Prepared[ProfileRelease] = Prepared(lambda key: ProfileRelease.objects.filter(pk=key))
    (found,) = whole(key=release.pk)
    assert [getattr(found, f.attname) for f in release._meta.concrete_fields] == [
        getattr(release, f.attname) for f in release._meta.concrete_fields
    ]


def test_a_record_that_is_not_named_is_none(peru) -> None:
    sourced: Prepared[Country] = Prepared(lambda slug: Country.objects.filter(slug=slug).select_related("source"))
    (found,) = sourced(slug="peru")
    assert found.source is None


def test_a_number_that_no_table_holds_finds_nothing() -> None:
    by_number: Prepared[Country] = Prepared(lambda key: Country.objects.filter(pk=key))
    assert by_number(key=1) == by_number(key=10**30) == []


def test_words_are_words(asked, press, peru, ban_policy) -> None:
    press.edition(peru, ban_policy)
    for slug in ("%s", "peru' OR 1=1 --", "%", "\x02"):
        assert asked(at=timezone.now(), country=slug) == []


@pytest.mark.django_db(transaction=True)
def test_threads_ask_by_connections_of_their_own(asked, press, peru, ban_policy) -> None:
    press.edition(peru, ban_policy, covers_until="March 2009")
    whole: Prepared[ProfileRelease] = Prepared(lambda key: ProfileRelease.objects.filter(pk__gt=key))
    whole(key=0)
    found: list[list[ProfileRelease]] = []

    def ask() -> None:
        from django.db import connection

        found.append(whole(key=0))
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert len(found[0]) == 1
