"""Dates keep the precision of their source."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.partial_date import BadDate, PartialDate


@pytest.mark.parametrize(
    ("text", "stored", "shown", "precision"),
    [
        ("2007", "2007", "2007", "year"),
        ("May 2007", "2007-05", "May 2007", "month"),
        ("2007-05", "2007-05", "May 2007", "month"),
        ("29 May 2007", "2007-05-29", "29 May 2007", "day"),
        ("2007-5-9", "2007-05-09", "9 May 2007", "day"),
        ("Sept 2008", None, "", ""),
        ("sep 2008", "2008-09", "September 2008", "month"),
        ("after 31 July 2013", "2013-07-31>", "after 31 July 2013", "day"),
        ("before 2008", "2008<", "before 2008", "year"),
        ("about June 2010", "2010-06~", "about June 2010", "month"),
    ],
)
def test_reads_what_researchers_write(text: str, stored: str | None, shown: str, precision: str) -> None:
    if stored is None:
        with pytest.raises(BadDate):
            PartialDate.parse(text)
        return
    found = PartialDate.parse(text)
    assert (found.stored, str(found), found.precision) == (stored, shown, precision)
    assert PartialDate.parse(found.stored) == found


@pytest.mark.parametrize(
    "text", ["2013-02-30", "31 June 2010", "0000", "2010-13", "yesterday", "", "2010-02-", "٢٠١٠"]
)
def test_refuses_what_is_no_date_and_says_what_is_understood(text: str) -> None:
    with pytest.raises(BadDate) as problem:
        PartialDate.parse(text)
    assert text[:60] in str(problem.value)


def test_a_month_stands_for_all_of_its_days() -> None:
    february = PartialDate.parse("2012-02")
    assert (february.earliest, february.latest, february.exact) == (date(2012, 2, 1), date(2012, 2, 29), None)


def test_a_bound_is_no_day() -> None:
    """The non-paper of 2013 was written after 31 July 2013; nobody knows the day."""
    bound = PartialDate.parse("after 31 July 2013")
    assert bound.exact is None
    assert bound.as_json() == {"value": "2013-07-31", "precision": "day", "bound": "after"}


@pytest.mark.parametrize(
    "text", ["2013", "2013-07", "2013-07-31", "after 31 July 2013", "before 2013", "about May 2007"]
)
def test_what_is_given_as_json_is_read_back(text: str) -> None:
    given = PartialDate.parse(text)
    assert PartialDate.from_json(given.as_json()) == given


def test_no_date_is_read_as_none() -> None:
    assert PartialDate.from_json(None) is None


def of_day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_survives(day: date) -> None:
    assert PartialDate.parse(of_day(day).stored).exact == day
    assert PartialDate.parse(str(of_day(day))).exact == day


@given(st.text(max_size=30))
def test_no_text_crashes(text: str) -> None:
    with contextlib.suppress(BadDate):
        PartialDate.parse(text)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_the_stored_form_sorts_by_time(a: date, b: date) -> None:
    assert (a < b) == (of_day(a).stored < of_day(b).stored)
