"""One state's whole story, every figure with its sources."""

from datetime import date

import pytest

from countries.models import Country
from stockpiles.models import StockpileHolding
from stockpiles.queries.dossier import dossier
from stockpiles.queries.sentence import lead_sentence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


def story(iso3, as_of=TODAY):
    return dossier(Country.objects.get(iso3=iso3), as_of=as_of)


class TestPeru:
    @pytest.fixture
    def peru(self):
        return story("PER")

    def test_the_figures_stand_side_by_side_the_used_one_first(self, peru):
        whole = peru.holdings[0]
        assert whole.differ
        assert [(f.record.munitions, f.is_used) for f in whole.figures] == [
            (2012, True),
            (2005, False),
            (2007, False),
            (676, False),
            (675, False),
        ]

    def test_every_figure_names_its_source(self, peru):
        for group in (*peru.holdings, *peru.destroyed):
            for figure in group.figures:
                assert figure.proof.sources, figure.record
        for part in (*peru.retained, *peru.activities, *peru.requests, *peru.completions):
            assert part.proof.sources, part.record
        for programme in peru.programmes:
            for inner in (*programme.stages, *programme.delays, *programme.contributions):
                assert inner.proof.sources, inner.record

    def test_the_ledger_balances_and_types_without_numbers_are_named(self, peru):
        assert [row.heading for row in peru.ledger_rows] == ["Whole stock"]
        assert peru.types_without_figures == ["BME-330", "CB-470", "RBK-500"]
        assert peru.differences == ()

    def test_the_programme_is_complete(self, peru):
        (programme,) = peru.programmes
        assert len(programme.stages) == 8
        assert [str(d.record) for d in programme.delays] == ["El Niño (2017)", "COVID-19 (2020)"]
        assert [str(c.record) for c in programme.contributions] == [
            "Norway through Norwegian People's Aid (NPA)",
            "Germany",  # no date is known: after those that have one, on both databases
        ]
        assert programme.problems == ()
        assert programme.progress.value.over == 1

    def test_three_dates_of_completion(self, peru):
        done = peru.completion
        assert (str(done.last_item_on), str(done.announced_on), done.declared_on) == (
            "15 December 2023",
            "December 2023",
            None,
        )
        assert done.margin_as_stated == "4 months before the deadline"

    def test_years_destroyed(self, peru):
        assert {year: r.munitions for year, r in peru.destroyed_by_year.items()} == {
            2018: 141,
            2019: 5,
            2020: 160,
            2021: 296,
            2022: 542,
        }

    def test_its_sentence(self, peru):
        assert lead_sentence(peru) == (
            "Peru declared 2,012 cluster munitions with 162,417 submunitions and completed their destruction on "
            "15 December 2023, 108 days before its deadline of 1 April 2024."
        )

    def test_about_twenty_queries_whatever_the_number_of_records(
        self, in_a_change, django_assert_max_num_queries, peru
    ):
        for number in range(30):
            StockpileHolding.objects.create(country=peru.country, munitions=number, as_of="2010", note="[@nobody]")
        with django_assert_max_num_queries(26):
            again = story("PER")
            lines = [c.line for group in again.holdings for f in group.figures for c in f.proof.sources]
        assert len(lines) >= 8


def test_a_state_of_which_nothing_is_on_record_says_so():
    islands = story("FLK")
    assert not islands.has_anything
    assert islands.bound is None
    assert islands.reports == ()
