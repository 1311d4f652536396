"""Article 7: 180 days, and every 30 April."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.partial_date import PartialDate
from stockpiles.rules.dated import Within, bounds, on
from stockpiles.rules.reporting_calendar import (
    annual_report_due,
    first_report_due,
    printed_due_differs,
    report_days,
    years_due,
)

from .golden import GOLDEN


@pytest.mark.parametrize("state", GOLDEN)
def test_golden_first_report(state):
    _, in_force, first_report, _, _ = GOLDEN[state]
    assert first_report_due(in_force).value == first_report


def test_guinea_is_28_september_2015_and_none_of_the_dates_printed():
    due = first_report_due(date(2015, 4, 1)).value
    assert due == date(2015, 9, 28)
    assert due not in (date(2015, 9, 30), date(2015, 4, 19), date(2015, 10, 1))


def test_bulgaria_reported_2_days_early():
    answer = report_days(first_report_due(date(2011, 10, 1)), on(date(2012, 3, 27)))
    assert answer.value.exact == 2
    assert answer.arithmetic.endswith("Submitted 27 March 2012: 2 days early.")


def test_peru_reported_27_days_early():
    assert report_days(first_report_due(date(2013, 3, 1)), on(date(2013, 8, 1))).value.exact == 27


def test_a_report_of_april_is_in_time_one_of_june_is_late():
    due = annual_report_due(2020)
    assert due.value == date(2021, 4, 30)
    assert report_days(due, Within(date(2021, 4, 1), date(2021, 4, 30))).value.is_early
    june = report_days(due, Within(date(2021, 6, 1), date(2021, 6, 30))).value
    assert june.is_late
    assert str(june) == "32 to 61 days late"


def test_peru_first_owed_an_annual_report_in_2014_on_2013():
    in_force = date(2013, 3, 1)
    assert list(years_due(in_force, as_of=date(2014, 4, 29))) == []
    assert list(years_due(in_force, as_of=date(2014, 4, 30))) == [2013]
    assert list(years_due(in_force, as_of=date(2016, 1, 1))) == [2013, 2014]


def test_lithuania_owes_no_report_due_after_its_withdrawal():
    years = years_due(date(2011, 9, 1), as_of=date(2026, 1, 1), bound_until=date(2025, 3, 6))
    assert years[-1] == 2023


@given(st.dates(date(2010, 8, 1), date(2060, 1, 1)), st.dates(date(2010, 1, 1), date(2070, 1, 1)))
def test_every_year_due_has_passed_its_30_april(in_force, as_of):
    years = years_due(in_force, as_of=as_of)
    assert all(annual_report_due(year).value <= as_of for year in years)
    following = years[-1] + 1 if years else in_force.year
    assert annual_report_due(following).value > as_of
    assert first_report_due(in_force).value - in_force == timedelta(days=180)


@pytest.mark.parametrize(
    ("printed", "differs"),
    [
        ("September 2015", False),
        ("30 September 2015", True),
        ("19 April 2015", True),
        ("28 September 2015", False),
    ],
)
def test_what_was_printed_for_guinea_is_compared_with_the_treaty(printed, differs):
    assert printed_due_differs(bounds(PartialDate.parse(printed)), first_report_due(date(2015, 4, 1))) is differs
