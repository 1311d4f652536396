"""Months and years as treaties count them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.calendar import (
    add_months,
    add_years,
    day_and_time,
    first_of_month_after,
    in_words,
    months_between,
    ordinal,
    spoken,
)

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))


def test_six_months_after_the_31st_ends_with_the_shorter_month() -> None:
    assert add_months(date(2011, 8, 31), 6) == date(2012, 2, 29)
    assert add_months(date(2012, 8, 31), 6) == date(2013, 2, 28)


def test_months_run_backwards_too() -> None:
    assert add_months(date(2025, 3, 6), -6) == date(2024, 9, 6)


def test_a_leap_day_has_its_birthday_on_the_28th() -> None:
    assert add_years(date(2012, 2, 29), 1) == date(2013, 2, 28)


def test_outside_the_calendar_is_an_error() -> None:
    with pytest.raises(ValueError, match="outside the calendar"):
        add_months(date(9999, 12, 1), 1)


@given(DAYS, st.integers(0, 240))
def test_first_of_month_after_depends_on_the_month_only(day: date, months: int) -> None:
    assert first_of_month_after(day, months) == first_of_month_after(day.replace(day=1), months)
    assert first_of_month_after(day, months).day == 1


@given(DAYS, st.integers(0, 240), st.integers(0, 240))
def test_more_months_are_never_earlier(day: date, a: int, b: int) -> None:
    assert (a <= b) == (add_months(day, a) <= add_months(day, b)) or a == b


def test_numbers_as_treaties_write_them() -> None:
    assert (in_words(6), in_words(12), in_words(180)) == ("six", "twelve", "180")
    assert [ordinal(n) for n in (6, 11, 20, 21, 30, 40, 101, 112)] == [
        "sixth",
        "eleventh",
        "20th",
        "21st",
        "30th",
        "40th",
        "101st",
        "112th",
    ]
    assert spoken(date(2013, 3, 1)) == "1 March 2013"


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


def test_a_moment_is_said_in_utc() -> None:
    assert day_and_time(datetime(2027, 1, 15, 9, 5, tzinfo=UTC)) == "15 January 2027, 09:05 UTC"
    lima = timezone(timedelta(hours=-5))
    assert day_and_time(datetime(2027, 1, 14, 23, tzinfo=lima)) == "15 January 2027, 04:00 UTC"
