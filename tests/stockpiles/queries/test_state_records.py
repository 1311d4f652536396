"""All that is recorded on one state's stocks, read once."""

from __future__ import annotations

import pytest

from countries.models import Country
from stockpiles.models import StockpileHolding
from stockpiles.queries.state_records import state_records

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_at_most_seventeen_queries_whatever_the_number_of_records(
    in_a_change, django_assert_max_num_queries
) -> None:
    peru = Country.objects.get(iso3="PER")
    for number in range(30):
        StockpileHolding.objects.create(country=peru, munitions=number, as_of="2010")
    with django_assert_max_num_queries(17):
        own = state_records(peru)
        every = list(own)
    assert len(own.holdings) >= 30
    assert len(every) == len({(type(one), one.pk) for one in every})
    assert {*own.holdings, *own.destroyed, *own.retained, *own.programmes} <= set(every)


def test_figures_stand_in_the_order_of_the_ledger() -> None:
    own = state_records(Country.objects.get(iso3="PER"))
    order = [(figure.PLACE, figure.pk) for figure in own.figures]
    assert order == sorted(order)


def test_a_superseded_request_is_left_out_of_a_clearance_and_kept_among_the_requests(in_a_change) -> None:
    own = state_records(Country.objects.get(iso3="DEU"))
    (_, before, _), *_ = own.obligations_with_requests
    before[0].rank = "superseded"
    (_, after, _), *_ = own.obligations_with_requests
    assert after == before[1:]
    assert before[0] in own.requests_under(4)
