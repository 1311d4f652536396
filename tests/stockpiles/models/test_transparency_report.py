"""Article 7 reports: what one must say, and how it speaks of itself."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.rules.partial_date import PartialDate
from stockpiles.models import (
    ReportKind,
    TransparencyReport,
)

pytestmark = pytest.mark.usefixtures("in_a_change")


def when(text):
    return PartialDate.parse(text)


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

    @pytest.mark.parametrize("submitted", ["2014-01-01", "2014", "2015-04-30"])
    def test_submitted_in_the_year_it_covers_or_later(self, peru, submitted):
        """A report on 2014 may come before the year is over: 1 January 2014 is the first day that it can."""
        TransparencyReport(
            country=peru, kind=ReportKind.ANNUAL, calendar_year=2014, submitted_on=when(submitted)
        ).full_clean()

    def test_the_last_day_of_the_year_before_is_too_early(self, peru):
        report = TransparencyReport(
            country=peru, kind=ReportKind.ANNUAL, calendar_year=2014, submitted_on=when("2013-12-31")
        )
        with pytest.raises(ValidationError) as refused:
            report.full_clean()
        assert refused.value.message_dict == {
            "submitted_on": ["Submitted (31 December 2013) before the year it covers, 2014."]
        }

    def test_the_year_of_an_initial_report_is_no_bound(self, peru):
        TransparencyReport(
            country=peru, kind=ReportKind.INITIAL, calendar_year=2014, submitted_on=when("2013-08-28")
        ).full_clean()

    @pytest.mark.parametrize("said", ["due_as_printed", "missing_as_of", "submitted_on"])
    def test_one_date_is_enough(self, peru, said):
        report = TransparencyReport.objects.create(
            country=peru, kind=ReportKind.INITIAL, **{said: when("2013-08-28")}
        )
        report.refresh_from_db()
        assert (report.submitted is not None) == (said == "submitted_on")

    def test_a_remark_with_its_source_is_enough(self, peru):
        TransparencyReport.objects.create(
            country=peru, kind=ReportKind.INITIAL, note="Not received, [@monitor-2014]."
        )

    def test_its_place_on_the_states_page(self, peru):
        report = TransparencyReport.objects.create(
            country=peru, kind=ReportKind.INITIAL, submitted_on=when("2013")
        )
        assert str(report) == "Peru, initial report"
        assert report.get_absolute_url() == f"/stockpiles/peru/#report-{report.pk}"
