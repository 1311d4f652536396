"""A list goes on from where a row stands in its order."""

from __future__ import annotations

import pytest
from django.db.models import QuerySet

from countries.models import Country
from editorial.queries.by_key import beyond, every, turned
from tests.factories.profiles import make_country

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("order", [("region", "pk"), ("-region", "-pk"), ("region", "-pk"), ("pk",)])
def test_what_lies_beyond_a_row_is_what_comes_after_it(order: tuple[str, ...]) -> None:
    for number in range(6):
        make_country(number)
    QuerySet(Country).filter(pk__in=[row.pk for row in Country.objects.all()[::2]]).update(region="Asia")
    rows = list(Country.objects.order_by(*order))
    for place, row in enumerate(rows):
        values = [getattr(row, name.lstrip("-")) for name in order]
        assert list(Country.objects.filter(beyond(order, values)).order_by(*order)) == rows[place + 1 :]


def test_landmarks_stand_at_every_so_many_th_row() -> None:
    for number in range(7):
        make_country(number)
    keys = list(Country.objects.order_by("-pk").values_list("pk", flat=True))
    assert every(3, Country.objects.all(), ("-pk",)) == [(keys[2],), (keys[5],)]
    assert every(8, Country.objects.all(), ("-pk",)) == []


def test_a_field_is_turned_round_and_back() -> None:
    assert (turned("day"), turned("-day")) == ("-day", "day")
