"""A noun finds the releases that an address means, and says where each stands."""

from __future__ import annotations

from datetime import timedelta

from django.test import RequestFactory
from django.utils import timezone

REQUEST = RequestFactory().get("/")


def test_what_stands_on_a_shelf_is_read_once_without_its_texts(life, django_assert_num_queries) -> None:
    first = life.bring_out("one")
    life.bring_out("two", note="A day.")
    life.bring_out("three", note="Waits.", visible_from=timezone.now() + timedelta(days=1))
    life.another().bring_out("four")
    with django_assert_num_queries(1):
        found = life.noun.readable(timezone.now(), life.noun.address(first))
        of_record = [one for one in found if one.record_id == life.record.pk]
        assert [life.noun.name_of(one) for one in of_record] == [life.names(2), life.names(1)]
    assert {"text", "resolved_text", "body_html", "payload"} <= found[0].get_deferred_fields()


def test_an_address_without_a_number_means_the_newest(life) -> None:
    releases = [life.bring_out("one"), life.bring_out("two", note="A day.")]
    address = dict(life.noun.address(releases[0]))
    assert life.noun.found(releases, REQUEST, address) == releases[0]
    del address["release"]
    assert life.noun.found(releases, REQUEST, address) == releases[1]
    assert life.noun.found(releases, REQUEST, {**address, "release": 3}) is None
    assert life.noun.found([], REQUEST, address) is None


def test_two_releases_are_compared_at_one_address(life) -> None:
    first, second = life.bring_out("one"), life.bring_out("two", note="A day.")
    assert life.noun.compare_url(first, second, second) == life.compare(1, 2)
    assert life.noun.compare_url(None, first, second) == ""


def test_an_address_that_has_other_words_by_now_has_moved(life) -> None:
    release = life.bring_out("one")
    address = life.noun.address(release)
    assert not life.noun.moved(release, address)
    for part in address:
        assert life.noun.moved(release, {**address, part: "other"})
