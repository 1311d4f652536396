"""Calendar months, as extensions are counted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.calendar import add_months
from stockpiles.rules.months import months_between


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2021, 3, 1), date(2024, 4, 1), 37),
        (date(2019, 10, 1), date(2021, 4, 1), 18),
        (date(2022, 10, 1), date(2023, 12, 31), None),
        (date(2021, 3, 1), date(2021, 3, 1), 0),
    ],
)
def test_peru_bulgaria_and_a_date_that_does_not_come_out_even(start, end, months):
    assert months_between(start, end) == months


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(-600, 600))
def test_the_first_of_a_month_goes_there_and_back(day, months):
    first = day.replace(day=1)
    assert months_between(first, add_months(first, months)) == months
