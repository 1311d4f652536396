"""The world's stocks: sums with their basis, conflicts kept, and few queries for many records."""

from datetime import date

import pytest
from django.db.models import QuerySet

from countries.models import Country
from stockpiles.models import DestructionRecord, StockpileHolding
from stockpiles.queries.contradictions import Kind, contradictions
from stockpiles.queries.overview import overview
from stockpiles.queries.reports import Mark, report_grid, reports_due_not_received
from stockpiles.rules.ledger import Flow, Unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


@pytest.fixture
def view():
    return overview(as_of=TODAY)


def row(view, iso3):
    return next(r for r in view.rows if r.country.iso3 == iso3)


def test_munitions_declared_are_1489458_with_their_basis(view):
    declared = view.sum_of(Flow.OPENING, Unit.MUNITIONS)
    assert declared.known.value == 1_489_458
    assert declared.basis == "Sum of the figures of 35 states; unknown for 1"


def test_submunitions_are_summed_apart_and_shown_as_rounded(view):
    declared = view.sum_of(Flow.OPENING, Unit.SUBMUNITIONS)
    assert str(declared.known) == "about 178.87 million"
    assert declared.basis == "Sum of the figures of 33 states, rounded ones included; unknown for 3"


def test_34_states_have_completed(view):
    assert view.completed == 34
    assert view.years[-1].year == 2023
    assert view.years[-1].states_so_far == 34
    assert {c.iso3 for c in view.years[-1].states} == {"BGR", "PER", "SVK", "ZAF"}


def test_peru_keeps_five_figures_and_uses_the_preferred_one(view):
    peru = row(view, "PER")
    opening = next(c for c in peru.stock.conflicts if c.flow is Flow.OPENING)
    assert sorted(r.munitions.value for r in opening.rows) == [
        675,
        676,
        2005,
        2007,
        2012,
    ]  # 2,021 were destroyed, never declared
    assert opening.used.munitions.value == 2012
    assert opening.is_decided
    assert peru.remaining(Unit.MUNITIONS).value == 0


def test_a_state_that_completed_without_a_published_total_has_a_gap_not_a_contradiction(view):
    germany = row(view, "DEU")
    assert str(germany.destroyed(Unit.MUNITIONS)) == "at least 7,526"
    assert [c.is_gap for c in germany.stock.ledger.differences] == [True, True]
    assert not germany.has_conflict


def test_destroyed_munitions_are_at_least_920703_and_the_sum_says_what_it_lacks(view):
    destroyed = view.sum_of(Flow.DESTROYED, Unit.MUNITIONS)
    assert str(destroyed.known) == "at least 920,703"
    assert [country.iso3 for country in destroyed.parts] == ["DEU", "SVK", "ZAF"]
    assert destroyed.basis == (
        "Sum of the figures of 34 states; of 3 of them (Germany, Slovakia, South Africa) the total is not on record, "
        "only a part; unknown for 2"
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


class TestContradictions:
    @pytest.fixture
    def found(self):
        return contradictions(as_of=TODAY)

    def test_bulgaria_leaves_37_munitions_unaccounted_for_and_an_editor_said_why(self, found):
        bulgaria = [c for c in found if c.country.iso3 == "BGR" and c.kind is Kind.LEDGER]
        words = [c.words for c in bulgaria]
        assert all(c.is_decided for c in bulgaria)
        assert "Settled: Figures of different editions" in words[0]
        assert words[0].startswith(
            "Completion was declared, but the records leave 37 munitions unaccounted for: 6,905 munitions declared"
        )

    def test_the_four_months_of_peru_stand_beside_108_days(self, found):
        words = [c.words for c in found if c.country.iso3 == "PER" and c.kind is Kind.PRINTED]
        assert words == ["The source says: 4 months before the deadline. The dates give: 108 days early."]

    def test_the_due_date_printed_for_switzerland(self, found):
        words = [c.words for c in found if c.country.iso3 == "CHE" and c.kind is Kind.PRINTED]
        assert words == [
            "First report: a source prints 28 June 2013 as the day it was due; by CCM, Article 7(1) it is 2013-06-30."
        ]

    def test_figures_that_an_editor_decided_stay_listed_as_decided(self, found):
        peru = [c for c in found if c.country.iso3 == "PER" and c.kind is Kind.FIGURES]
        assert all(c.is_decided for c in peru)
        assert any("675 / 86,200 (said 12 August 2014)" in c.words for c in peru)

    def test_a_settled_difference_opens_again_when_a_figure_changes(self, in_a_change):
        stock = StockpileHolding.objects.get(country__iso3="BGR")
        stock.munitions = 6909
        stock.save()
        (munitions,) = [
            c
            for c in contradictions(as_of=TODAY)
            if c.country.iso3 == "BGR" and c.kind is Kind.LEDGER and "submunitions" not in c.words
        ]
        assert not munitions.is_decided
        assert munitions.words.endswith(
            "It was settled on other figures: opening 6,905; destroyed 6,862; retained 6."
        )

    def test_what_is_listed_apart_is_counted_differently_and_waits_for_nobody(self, found):
        apart = {c.country.iso3: c for c in found if c.words.startswith("Counted differently: ")}
        assert set(apart) == {"BEL", "CHE", "DNK", "ESP", "FRA", "NLD", "SWE"}
        assert all(c.is_decided for c in apart.values())
        assert "186 retained are listed apart: 115,210 − 115,210 = 0" in apart["BEL"].words

    def test_an_opening_stock_dated_after_its_destruction(self, in_a_change):
        austria = StockpileHolding.objects.get(country__iso3="AUT")
        austria.as_of = "2021"
        austria.save()
        (one,) = [c for c in contradictions(as_of=TODAY) if c.kind is Kind.OPENING]
        assert one.country.iso3 == "AUT"
        assert "dated 2021, after the destruction was completed (8 November 2010)" in one.words

    def test_a_deadline_known_to_the_month_is_no_mistake(self, found):
        (one,) = [c for c in found if c.kind is Kind.DEADLINE]
        assert one.words == "The day of the new deadline is not known: October 2022."
        assert one.is_decided

    def test_undecided_ones_come_first(self, found):
        decided = [c.is_decided for c in found]
        assert decided == sorted(decided)


class TestReports:
    @pytest.fixture
    def grid(self):
        return report_grid(as_of=TODAY)

    def test_peru_2013_was_late_and_2020_in_time(self, grid):
        peru = next(r for r in grid.rows if r.country.iso3 == "PER")
        marks = dict(zip(grid.years, (cell.mark for cell in peru.years), strict=True))
        assert peru.first.mark is Mark.IN_TIME
        assert (marks[2012], marks[2013], marks[2017], marks[2020]) == (
            Mark.NOT_BOUND,
            Mark.LATE,
            Mark.NOT_ON_RECORD,
            Mark.IN_TIME,
        )

    def test_canada_reported_voluntarily_before_it_was_bound(self, grid):
        canada = next(r for r in grid.rows if r.country.iso3 == "CAN")
        assert canada.years[grid.years.index(2012)].mark is Mark.VOLUNTARY

    def test_a_rate_counts_what_is_due_and_what_is_on_record(self, grid):
        rate = next(r for r in grid.rates if r.year == 2014)
        assert (rate.due, rate.on_record, rate.in_time) == (83, 17, 11)

    def test_four_queries(self, django_assert_max_num_queries):
        with django_assert_max_num_queries(4):
            report_grid(as_of=TODAY)

    def test_the_work_list_starts_with_the_oldest_that_is_missing(self):
        missing = reports_due_not_received(as_of=TODAY)
        assert missing[0].due == date(2011, 1, 28)
        assert "Peru, Report on 2025" in [f"{d.country}, {d.name}" for d in missing]
        assert "Peru, First report" not in [f"{d.country}, {d.name}" for d in missing]
