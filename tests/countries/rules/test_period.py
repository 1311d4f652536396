"""The time that a figure is about."""

import pytest

from countries.rules.period import one_year, period_in_words, years_of_period
from editorial.rules.partial_date import PartialDate


def when(text):
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("start", "end", "words", "year"),
    [
        ("2017", "2017", "2017", 2017),
        ("2010", "2014", "2010 to 2014", None),
        ("2022", "2022-07", "2022 to July 2022", None),
        ("", "2018", "to the end of 2018", None),
        ("", "2018-06", "until June 2018", None),
        ("2005", "", "since 2005", None),
        ("2020-05", "2020-05", "May 2020", None),
        ("", "", "", None),
    ],
)
def test_in_words_and_as_one_year(start, end, words, year):
    assert period_in_words(when(start), when(end)) == words
    assert one_year(when(start), when(end)) == year


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2015", "2017", [2015, 2016, 2017]),
        ("2022", "2022-07", [2022]),
        ("2014-12-31", "2015-01-01", [2014, 2015]),
        ("2005", "", [2005]),  # since 2005: the source speaks of no later year
        ("2005", "before 2010", [2005]),
        ("after 2005", "2010", []),
        ("", "2018", []),  # all time
        ("", "", []),
    ],
)
def test_the_years_that_it_touches(start, end, years):
    assert list(years_of_period(when(start), when(end))) == years
