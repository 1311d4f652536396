"""Completion, reports, types, clearance, programme: what each refuses and how each speaks."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import Organisation
from editorial.rules.partial_date import PartialDate
from stockpiles.models import (
    ClearanceObligation,
    CompletionDeclaration,
    ContaminationOrigin,
    Contribution,
    DestructionProgramme,
    MunitionType,
    ReportKind,
    TransparencyReport,
)
from stockpiles.rules.cluster_munition_definition import DefinitionVerdict

pytestmark = pytest.mark.usefixtures("in_a_change")


def when(text):
    return PartialDate.parse(text)


class TestCompletion:
    def test_the_last_item_counts_not_the_announcement(self, peru):
        done = CompletionDeclaration(
            country=peru, last_item_on=when("2023-12-15"), announced_on=when("2023-12-18")
        ).done
        assert str(done) == "15 December 2023"

    def test_without_it_the_first_announcement_is_the_latest_day_possible(self, peru):
        done = CompletionDeclaration(
            country=peru, announced_on=when("2023-09-08"), declared_on=when("2023-09")
        ).done
        assert done.earliest is None
        assert done.latest == when("2023-09-08").exact

    def test_dates_out_of_order_are_refused(self, peru):
        bad = CompletionDeclaration(country=peru, last_item_on=when("2023-12-15"), declared_on=when("2023-11"))
        with pytest.raises(ValidationError, match="which came first"):
            bad.full_clean()


class TestReport:
    def test_submitted_before_the_year_it_covers_is_refused(self, peru):
        report = TransparencyReport(
            country=peru, kind=ReportKind.ANNUAL, calendar_year=2014, submitted_on=when("2013-05")
        )
        with pytest.raises(ValidationError, match="before the year it covers"):
            report.full_clean()

    def test_a_report_without_any_date_or_source_says_nothing(self, peru):
        with pytest.raises(IntegrityError), transaction.atomic():
            TransparencyReport.objects.create(country=peru, kind=ReportKind.INITIAL)

    def test_in_words(self, peru):
        assert str(TransparencyReport(country=peru, kind=ReportKind.ANNUAL, calendar_year=2014)) == (
            "Peru, annual report 2014"
        )


class TestMunitionType:
    def test_the_m26_is_a_cluster_munition(self):
        m26 = MunitionType(designation="M26", slug="m26", submunitions_per_munition=644)
        assert m26.classification().value.verdict is DefinitionVerdict.CLUSTER_MUNITION

    def test_other_designations(self):
        assert MunitionType(also_called="M26A1; M26A2 ;").other_designations == ["M26A1", "M26A2"]

    def test_an_unknown_number_is_not_approximate(self):
        with pytest.raises(ValidationError, match="Only a number can be approximate"):
            MunitionType(designation="X", slug="x", submunitions_approximate=True).full_clean()

    def test_a_mass_is_more_than_zero(self):
        with pytest.raises(ValidationError, match="more than zero"):
            MunitionType(designation="X", slug="x", mass_kg=Decimal(0)).full_clean()


class TestClearance:
    def test_an_end_of_hostilities_belongs_to_later_ones_and_is_a_day(self, peru):
        with pytest.raises(ValidationError, match="later hostilities"):
            ClearanceObligation(country=peru, hostilities_ended=when("2014-01-01")).full_clean()
        later = ClearanceObligation(
            country=peru, origin=ContaminationOrigin.LATER_HOSTILITIES, hostilities_ended=when("2014")
        )
        with pytest.raises(ValidationError, match="needs the day"):
            later.full_clean()


class TestContribution:
    @pytest.fixture
    def programme(self, peru):
        return DestructionProgramme.objects.create(country=peru, slug="peru-npa", title="Stockpile destruction")

    def test_norway_through_npa(self, programme, peru):
        npa = Organisation.objects.create(name="Norwegian People's Aid", abbreviation="NPA", slug="npa")
        given = Contribution.objects.create(programme=programme, donor_state=peru, channel=npa)
        assert str(given) == "Peru through Norwegian People's Aid (NPA)"
        assert given.amount_words == "amount not found"

    def test_one_donor_and_an_amount_with_its_currency(self, programme, peru):
        with pytest.raises(ValidationError, match="Name the state"):
            Contribution(programme=programme).full_clean()
        with pytest.raises(ValidationError, match="has its currency"):
            Contribution(programme=programme, donor_state=peru, amount=Decimal(5)).full_clean()
        assert Contribution(amount=Decimal("2500000"), currency="NOK").amount_words == "NOK 2,500,000.00"
