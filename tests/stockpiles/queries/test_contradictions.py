"""What does not fit, what an editor decided, and what waits."""

from datetime import date

import pytest

from stockpiles.models import StockpileHolding
from stockpiles.queries.contradictions import Kind, contradictions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


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
        stock = StockpileHolding.objects.get(country__iso3="BGR", munitions=6905, made_on="2023")
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
