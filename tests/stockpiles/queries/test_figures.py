"""The figures of three tables read in one pass."""

from __future__ import annotations

import pytest

from countries.models import Country
from editorial.rules.partial_date import PartialDate
from stockpiles.models import DestructionRecord, RetentionRecord, StockpileHolding
from stockpiles.queries.figures import COLUMNS, TABLES, figures
from stockpiles.rules.flow import Flow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_all_figures_of_all_states_are_read_with_one_query(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        found = figures()
        # What the ledger asks of a figure is read already: none of it costs a query of its own.
        assert all((one.flow, one.subject, one.when, one.anchor) and one.designation is not None for one in found)
    assert len(found) == sum(model.objects.count() for model in TABLES.values())


def test_a_row_is_the_record_of_its_table_and_says_the_same() -> None:
    for read in figures(countries=[Country.objects.get(iso3="PER").pk]):
        stored = type(read).objects.get(pk=read.pk)
        assert read == stored
        for name in COLUMNS:
            if hasattr(stored, name):
                assert getattr(read, name) == getattr(stored, name), name
        assert read.designation == stored.designation
        assert (read.subject, read.when, read.about) == (stored.subject, stored.when, stored.about)


def test_every_column_but_the_long_texts_is_read() -> None:
    own = {f.attname for model in TABLES.values() for f in model._meta.concrete_fields}
    assert own - set(COLUMNS) == {"note", "rank_reason"}


def test_states_and_tables_stand_in_order() -> None:
    found = [(one.country_id, one.PLACE, one.pk) for one in figures()]
    assert found == sorted(found)
    assert {type(one) for one in figures()} == {DestructionRecord, RetentionRecord, StockpileHolding}


def test_a_figure_entered_now_is_read_as_it_stands(in_a_change: None) -> None:
    kenya = Country.objects.get(iso3="KEN")
    DestructionRecord.objects.create(
        country=kenya, munitions=3, period_start="2022-02", period_end="2022-05", out_of="retained"
    )
    (one,) = figures(countries=[kenya.pk])
    assert (one.flow, one.munitions, one.submunitions) == (Flow.RETAINED_DESTROYED, 3, None)
    assert one.period_start == PartialDate(2022, 2)
