"""Totals as published, by subject and by year."""

from __future__ import annotations

import pytest

from countries.models import PublishedTotal, TotalMeasure, TotalSubject
from countries.queries.published_totals import published_totals, totals_by_year, years_without
from editorial.models import recording
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def totals():
    note = f"[@{make_source(key='yearbook').key}]"
    rows = (
        ("casualties", "all", "2018", "2018", 149, "2019"),
        ("casualties", "all", "2020", "2020", 360, "2021"),
        ("casualties", "all", "2018", "2018", 150, "2020"),
        ("casualties", "all", "2009", "2018", 4128, "2019"),
        ("casualties", "attacks", "2018", "2018", None, "2019"),
        ("clearance", "area_cleared", "2018", "2018", 93, "2019"),
    )
    with recording(by=None, reason="Made for a test"):
        for subject, measure, start, end, number, made in rows:
            PublishedTotal.objects.create(
                subject=subject,
                measure=measure,
                period_start=start,
                period_end=end,
                number=number,
                made_on=made,
                note=note,
            )


def test_in_the_order_of_subjects_the_newest_time_first(totals, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = published_totals()
    assert [(one.record.subject, one.record.when_in_words) for one in found] == [
        ("clearance", "2018"),
        ("casualties", "2020"),
        *[("casualties", "2018")] * 2,
        ("casualties", "2009 to 2018"),
        ("casualties", "2018"),
    ]
    assert all(one.proof.sources for one in found)
    assert {one.record.subject for one in published_totals(TotalSubject.CASUALTIES)} == {"casualties"}


def test_by_year_the_newest_source_first_and_no_longer_period(totals):
    years = totals_by_year(published_totals(), TotalMeasure.ALL)
    assert list(years) == [2018, 2020]
    assert years[2018].numbers == ["150", "149"]
    assert years[2018].differ
    assert not years[2020].differ
    assert totals_by_year(published_totals(), TotalMeasure.ATTACKS)[2018].numbers == []


def test_years_without_a_figure_lie_between_the_first_and_the_last():
    assert years_without([2015, 2018, 2016]) == [2017]
    assert years_without([]) == []
