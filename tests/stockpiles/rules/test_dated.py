"""Bounds of inexact dates, and what they allow to say about days."""

from datetime import date

import pytest

from editorial.rules.partial_date import PartialDate
from stockpiles.rules.dated import Within, bounds, days_before, in_words, on

DEADLINE = date(2013, 7, 31)


def test_a_partial_date_keeps_its_words():
    june = bounds(PartialDate.parse("June 2023"))
    assert (june.earliest, june.latest) == (date(2023, 6, 1), date(2023, 6, 30))
    assert in_words(june) == "June 2023"
    assert bounds(None) is None
    assert in_words(None) == "date not found"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31 July 2013", "on the day itself"),
        ("after 31 July 2013", "at least 1 day late"),
        ("before 31 July 2013", "at least 1 day early"),
        ("before 1 August 2013", "on the day itself or early"),
        ("before 2013", "at least 212 days early"),
        ("after July 2012", "early or late: the date is not exact enough to tell"),
        ("July 2013", "0 to 30 days early"),
        ("August 2013", "1 to 31 days late"),
        ("2013", "early or late: the date is not exact enough to tell"),
    ],
)
def test_days_before_31_july_2013(text, words):
    assert str(days_before(DEADLINE, bounds(PartialDate.parse(text)))) == words


def test_bounds_without_words_are_said_as_days():
    assert in_words(Within(date(2023, 6, 1), date(2023, 6, 2))) == "1 June 2023 to 2 June 2023"
    assert in_words(Within(None, date(2023, 6, 2))) == "no later than 2 June 2023"
    assert in_words(Within(date(2023, 6, 2), None)) == "no earlier than 2 June 2023"
    assert str(on(date(2023, 6, 2))) == "2 June 2023"


BEFORE = "before the Convention was opened for signature on 3 December 2008"


def test_ecuador_destroyed_its_stock_before_there_was_a_treaty_to_count_days_against():
    count = days_before(date(2018, 11, 1), bounds(PartialDate.parse("2004")))
    assert str(count) == BEFORE
    assert (count.least, count.most, count.is_early) == (5053, 5418, True)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2008-12-02", BEFORE),
        ("before 2005", BEFORE),
        ("2008-12-03", "1,701 days early"),
        ("2008", "1,673 to 2,038 days early"),  # some of its days lie after the opening
        ("2009-11", "1,339 to 1,368 days early"),
    ],
)
def test_only_what_was_certainly_over_before_the_opening_loses_its_count(when, words):
    assert str(days_before(DEADLINE, bounds(PartialDate.parse(when)))) == words
