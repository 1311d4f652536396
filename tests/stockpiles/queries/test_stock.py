"""Which of several figures is used, what disagrees, and what is left."""

from __future__ import annotations

from datetime import date

import pytest

from stockpiles.models import DestructionRecord, Figures, RetentionRecord, StockpileHolding
from stockpiles.queries.stock import Stock, stocks
from stockpiles.rules.dated import on
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.quantity import Quantity

PERU = 1


def declared(munitions: int, **more: object) -> StockpileHolding:
    return StockpileHolding(country_id=PERU, kind="opening", munitions=munitions, **more)


def stock_of(*figures: Figures, done: date | None = None) -> Stock:
    for number, one in enumerate(figures, 1):
        one.pk = one.pk or number
        one.clean_fields(exclude=["country", "munition_type", "rank_reason"])
    return stocks(figures, {} if done is None else {PERU: on(done)})[PERU]


def test_of_two_figures_on_the_same_stock_the_preferred_is_used_and_both_are_kept() -> None:
    stock = stock_of(declared(2012, rank="preferred", made_on="2013"), declared(2021, made_on="2023"))
    assert stock.quantity(Flow.OPENING, Unit.MUNITIONS) == Quantity(2012)
    (conflict,) = stock.conflicts
    assert [row.munitions for row in conflict.rows] == [2012, 2021]
    assert conflict.used is conflict.rows[0]
    assert conflict.is_decided


def test_without_a_preferred_figure_the_newest_is_used_and_nobody_has_decided() -> None:
    stock = stock_of(declared(675, made_on="2014"), declared(2005, made_on="2015"))
    assert stock.quantity(Flow.OPENING, Unit.MUNITIONS) == Quantity(2005)
    assert not stock.conflicts[0].is_decided


def test_two_sources_that_agree_are_no_conflict() -> None:
    assert stock_of(declared(2012, made_on="2013"), declared(2012, made_on="2014")).conflicts == ()


def test_two_years_of_destruction_are_two_things_and_add_up() -> None:
    years = [
        DestructionRecord(country_id=PERU, munitions=n, period_start=year, period_end=year)
        for n, year in ((160, "2020"), (296, "2021"))
    ]
    stock = stock_of(declared(2012, pk=9), *years)
    assert stock.conflicts == ()
    assert stock.quantity(Flow.DESTROYED, Unit.MUNITIONS) == Quantity(456, bound="at least")
    assert stock.is_partial(Flow.DESTROYED, Unit.MUNITIONS)
    assert stock.row_used(Flow.OPENING, Unit.MUNITIONS) is stock.rows[0]


def test_once_completion_is_declared_nothing_is_left_whatever_the_records_add_up_to() -> None:
    assert stock_of(declared(2012)).remaining(Unit.MUNITIONS) == Quantity(2012)
    stock = stock_of(declared(2012), done=date(2023, 12, 15))
    assert stock.completed
    assert stock.remaining(Unit.MUNITIONS) == Quantity(0)


def test_a_superseded_figure_is_kept_and_never_used() -> None:
    stock = stock_of(RetentionRecord(country_id=PERU, munitions=6, rank="superseded"))
    assert (len(stock.rows), stock.used) == (1, ())
    assert stock.has(Flow.RETAINED)
    assert not stock.has(Flow.OPENING)


@pytest.mark.parametrize(("day", "known"), [(date(2021, 12, 30), False), (date(2021, 12, 31), True)])
def test_what_was_destroyed_in_2021_is_known_from_its_last_day_on_and_a_declared_stock_always(
    day: date, known: bool
) -> None:
    record = DestructionRecord(country_id=PERU, munitions=296, period_start="2021", period_end="2021")
    record.clean_fields(exclude=["country", "munition_type"])
    assert record.is_known_by(day) is known
    opening = declared(2012, as_of="2023")
    opening.clean_fields(exclude=["country", "munition_type"])
    assert opening.is_known_by(day)
