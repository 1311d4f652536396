"""The world's stocks: sums with their basis, conflicts kept, and few queries for many records."""

from datetime import date

import pytest
from django.db.models import QuerySet

from countries.models import Country
from stockpiles.models import DestructionRecord
from stockpiles.queries.overview import in_short, overview
from stockpiles.queries.records import Records
from stockpiles.rules.ledger import Flow, Unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


@pytest.fixture
def view():
    return overview(as_of=TODAY)


def row(view, iso3):
    return next(r for r in view.rows if r.country.iso3 == iso3)


def test_munitions_declared_are_1489572_with_their_basis(view):
    declared = view.sum_of(Flow.OPENING, Unit.MUNITIONS)
    assert declared.known.value == 1_489_572
    assert declared.basis == "Sum of the figures of 36 states; unknown for 6"


def test_submunitions_are_summed_apart_and_shown_as_rounded(view):
    declared = view.sum_of(Flow.OPENING, Unit.SUBMUNITIONS)
    assert str(declared.known) == "about 178.87 million"
    assert declared.basis == "Sum of the figures of 33 states, rounded ones included; unknown for 9"


def test_34_states_have_completed(view):
    assert view.completed == 34
    assert view.years[-1].year == 2023
    assert view.years[-1].states_so_far == 34
    assert {c.iso3 for c in view.years[-1].states} == {"BGR", "PER", "SVK", "ZAF"}


def test_peru_keeps_five_figures_and_uses_the_preferred_one(view):
    peru = row(view, "PER")
    opening = next(c for c in peru.stock.conflicts if c.flow is Flow.OPENING)
    assert sorted(r.munitions for r in opening.rows) == [
        675,
        676,
        2005,
        2007,
        2012,
    ]  # 2,021 were destroyed, never declared
    assert opening.used.munitions == 2012
    assert opening.is_decided
    assert peru.remaining(Unit.MUNITIONS).value == 0


def test_a_state_that_completed_without_a_published_total_has_a_gap_not_a_contradiction(view):
    germany = row(view, "DEU")
    assert str(germany.destroyed(Unit.MUNITIONS)) == "at least 573,000"
    assert [c.is_gap for c in germany.stock.ledger.differences] == [True]  # of its submunitions a total is given
    assert [conflict.is_decided for conflict in germany.stock.conflicts] == [True]  # 58 or 63 million submunitions


def test_destroyed_munitions_are_at_least_1490507_and_the_sum_says_what_it_lacks(view):
    destroyed = view.sum_of(Flow.DESTROYED, Unit.MUNITIONS)
    assert str(destroyed.known) == "at least 1,490,507"
    assert [country.iso3 for country in destroyed.parts] == ["CYP", "GEO", "DEU", "SVK", "ZAF"]
    assert destroyed.basis == (
        "Sum of the figures of 37 states; of 5 of them (Cyprus, Georgia, Germany, Slovakia, South Africa) the total is "
        "not on record, only a part; unknown for 5"
    )


def test_the_netherlands_destroyed_its_stock_and_later_some_of_what_it_retained(view):
    netherlands = row(view, "NLD")
    assert netherlands.destroyed(Unit.MUNITIONS).value == netherlands.declared(Unit.MUNITIONS).value == 193_643
    assert netherlands.retained(Unit.MUNITIONS).value == 0
    assert not netherlands.has_conflict


def test_unknown_is_not_zero(view):
    bissau = row(view, "GNB")
    assert not bissau.declared(Unit.MUNITIONS).is_known
    assert bissau.destroyed(Unit.MUNITIONS) is None
    assert row(view, "CUB").declared(Unit.SUBMUNITIONS).value is None
    angola = row(view, "AGO")  # destroyed, a source says, and not how many
    assert (str(angola.destroyed(Unit.MUNITIONS)), angola.declared(Unit.MUNITIONS)) == ("unknown", None)


def test_who_only_retains_none_is_no_holder(view):
    assert "ZMB" not in {r.country.iso3 for r in view.rows}


def test_ten_thousand_destruction_records_need_at_most_ten_queries(in_a_change, django_assert_max_num_queries):
    states = list(Country.objects.filter(stockpile_holdings__isnull=False).distinct())
    records = [
        DestructionRecord(
            country=states[n % len(states)],
            munitions=1,
            submunitions=10,
            period_start=f"{1900 + n // 12 % 100}-{n % 12 + 1:02d}",
            period_end=f"{1900 + n // 12 % 100}-{n % 12 + 1:02d}",
        )
        for n in range(10_000)
    ]
    QuerySet(DestructionRecord).bulk_create(records)
    with django_assert_max_num_queries(10):
        view = overview(as_of=TODAY)
        assert len(view.rows) >= 36


def test_in_short_it_says_the_same(view, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        short = in_short(Records(TODAY))
    assert (short.states, short.completed) == (len(view.rows), view.completed)
    assert short.declared == view.sum_of(Flow.OPENING, Unit.MUNITIONS)
    assert short.destroyed == view.sum_of(Flow.DESTROYED, Unit.MUNITIONS)
