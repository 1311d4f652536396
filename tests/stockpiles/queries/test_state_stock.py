"""The ledger of one state, as stored or as a form would make it."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country
from stockpiles.models import StockpileHolding
from stockpiles.queries.figures import figures
from stockpiles.queries.state_stock import completed_on, state_stock
from stockpiles.rules.flow import Flow, Unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def key(iso3: str) -> int:
    return Country.objects.get(iso3=iso3).pk


def test_two_queries_give_the_ledger_of_bulgaria(django_assert_num_queries) -> None:
    bulgaria = key("BGR")
    with django_assert_num_queries(2):
        stock = state_stock(bulgaria)
    assert stock is not None
    assert str(stock.quantity(Flow.OPENING, Unit.MUNITIONS)) == "6,905"
    assert stock.completed


def test_a_record_that_is_not_saved_yet_counts_where_it_stands_in_for_the_stored_ones() -> None:
    bulgaria = key("BGR")
    typed = StockpileHolding(country_id=bulgaria, kind="found", munitions=10)
    stock = state_stock(bulgaria, rows=[*figures(countries=[bulgaria]), typed])
    assert stock is not None
    assert str(stock.quantity(Flow.FOUND, Unit.MUNITIONS)) == "10"
    assert state_stock(bulgaria).quantity(Flow.FOUND, Unit.MUNITIONS) is None


def test_peru_had_destroyed_its_last_on_15_december_2023_and_kenya_has_no_figure() -> None:
    done = completed_on(key("PER"))
    assert done is not None
    assert done.latest == date(2023, 12, 15)
    assert completed_on(key("KEN")) is None
    assert state_stock(key("KEN")) is None
