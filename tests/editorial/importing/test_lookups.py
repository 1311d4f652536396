"""What a sheet refers to is found once, and asked for again only where it was not there."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from countries.models import Country
from editorial.importing.lookups import Lookups
from editorial.models import recording


def test_a_record_is_asked_for_once(peru, django_assert_num_queries):
    known = Lookups()
    with django_assert_num_queries(1):
        assert [known.find(Country, "iso3", "PER") for _ in range(3)] == [peru] * 3


def test_a_row_above_may_bring_what_was_not_there(db):
    known = Lookups()
    assert known.find(Country, "slug", "chile") is None
    with recording(by=None, reason="Made for a test"):
        chile = Country.objects.create(iso3="CHL", slug="chile", name="Chile")
    assert known.find(Country, "slug", "chile") == chile
    assert known.named(Country, "chile") == chile
    with pytest.raises(ObjectDoesNotExist, match="no country “peru”"):
        known.named(Country, "peru")


def test_a_slug_of_before_leads_to_the_record(peru):
    with recording(by=None, reason="Renamed"):
        peru.slug = "peru-republic"
        peru.save()
    assert Lookups().find(Country, "slug", "peru") == peru


def test_what_a_function_gives_is_asked_once_each_import():
    asked: list[int] = []
    known = Lookups()

    def count() -> int:
        asked.append(1)
        return len(asked)

    assert [known.once(count), known.once(count)] == [1, 1]
    assert Lookups().once(count) == 2
