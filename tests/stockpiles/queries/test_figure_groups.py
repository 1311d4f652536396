"""Figures about the same thing side by side."""

from __future__ import annotations

from stockpiles.models import DestructionRecord, MunitionType, StockpileHolding
from stockpiles.queries.figure_groups import Proofs, groups_of
from stockpiles.queries.stock import stocks
from stockpiles.rules.flow import Flow

NONE: Proofs = Proofs([])


def destroyed(pk: int, **more: object) -> DestructionRecord:
    record = DestructionRecord(pk=pk, country_id=1, munitions=pk, **more)
    record.clean_fields(exclude=["country", "munition_type"])
    return record


def test_a_total_comes_before_the_periods_and_these_from_the_oldest_on() -> None:
    records = [
        destroyed(1, period_start="2022", period_end="2022"),
        destroyed(2, period_start="2020", period_end="2020"),
        destroyed(3, scope="total"),
        destroyed(4, period_start="2019-02", period_end="2019-05"),
    ]
    groups = groups_of(records, stocks(records)[1], NONE)
    assert [group.heading for group in groups] == ["altogether", "February 2019 to May 2019", "2020", "2022"]


def test_the_figure_in_use_comes_first_then_the_newest_and_the_conflict_is_named() -> None:
    records = [
        StockpileHolding(pk=pk, country_id=1, munitions=pk, made_on=said, rank=rank, rank_reason="why")
        for pk, said, rank in ((675, "2014", "normal"), (2012, "2013", "preferred"), (2007, "2015", "normal"))
    ]
    for record in records:
        record.clean_fields(exclude=["country", "munition_type"])
    (group,) = groups_of(records, stocks(records)[1], NONE)
    assert [(one.record.pk, one.is_used) for one in group.figures] == [(2012, True), (2007, False), (675, False)]
    assert group.differ
    assert group.conflict is not None
    assert group.conflict.flow is Flow.OPENING


def test_the_whole_stock_comes_before_its_types() -> None:
    rbk = MunitionType(pk=7, designation="RBK-500")
    records = [
        StockpileHolding(pk=1, country_id=1, munitions=1, munition_type=rbk),
        StockpileHolding(pk=2, country_id=1, munitions=5),
    ]
    groups = groups_of(records, stocks(records)[1], NONE)
    assert [group.heading for group in groups] == ["Whole stock", "RBK-500"]
    assert not any(group.differ for group in groups)


def test_without_a_ledger_nothing_is_in_use() -> None:
    (group,) = groups_of([StockpileHolding(pk=1, country_id=1, munitions=1)], None, NONE)
    assert not group.figures[0].is_used
