"""The grid of Article 7: every state and year."""

from datetime import date

import pytest

from countries.models import Country
from stockpiles.models import TransparencyReport
from stockpiles.queries.reports import ReportMark, report_grid, reports_due_not_received

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


class TestReports:
    @pytest.fixture
    def grid(self):
        return report_grid(as_of=TODAY)

    def test_peru_2013_was_late_and_2020_in_time(self, grid):
        peru = next(r for r in grid.rows if r.country.iso3 == "PER")
        marks = dict(zip(grid.years, (cell.mark for cell in peru.years), strict=True))
        assert peru.first.mark is ReportMark.IN_TIME
        assert (marks[2012], marks[2013], marks[2017], marks[2020]) == (
            ReportMark.NOT_BOUND,
            ReportMark.LATE,
            ReportMark.NOT_ON_RECORD,
            ReportMark.IN_TIME,
        )

    def test_canada_reported_voluntarily_before_it_was_bound(self, grid):
        canada = next(r for r in grid.rows if r.country.iso3 == "CAN")
        assert canada.years[grid.years.index(2012)].mark is ReportMark.VOLUNTARY

    def test_a_rate_counts_what_is_due_and_what_is_on_record(self, grid):
        rate = next(r for r in grid.rates if r.year == 2014)
        assert (rate.due, rate.on_record, rate.in_time) == (83, 29, 18)

    def test_a_report_of_which_two_sources_speak_is_one(self, grid, in_a_change):
        """Germany's of 2014: one source gives its day, another lists it. South Africa's four of one day are four."""
        germany = Country.objects.get(iso3="DEU").transparency_reports
        assert germany.filter(calendar_year=2014, submitted_on__isnull=False).count() == 2
        before = grid.reports_on_record
        more = {"country": Country.objects.get(iso3="DEU"), "submitted_on": "2015-04-21"}
        TransparencyReport.objects.create(kind="annual", calendar_year=2014, **more)
        TransparencyReport.objects.create(kind="initial", calendar_year=2010, **more)
        assert report_grid(as_of=TODAY).reports_on_record == before
        TransparencyReport.objects.create(
            kind="annual", calendar_year=2022, **more | {"submitted_on": "2023-04-21"}
        )
        assert report_grid(as_of=TODAY).reports_on_record == before + 1

    def test_five_queries(self, django_assert_max_num_queries):
        with django_assert_max_num_queries(5):
            report_grid(as_of=TODAY)

    def test_the_work_list_starts_with_the_oldest_that_is_missing(self):
        missing = reports_due_not_received(as_of=TODAY)
        assert missing[0].due == date(2011, 1, 28)
        assert "Peru, Report on 2025" in [f"{d.country}, {d.name}" for d in missing]
        assert "Peru, First report" not in [f"{d.country}, {d.name}" for d in missing]
