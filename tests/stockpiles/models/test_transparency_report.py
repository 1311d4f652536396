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
