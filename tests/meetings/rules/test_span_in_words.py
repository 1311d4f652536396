"""The days of a meeting in words."""

import pytest

from editorial.rules.partial_date import PartialDate
from meetings.rules.span_in_words import span_in_words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2007-05-23", "2007-05-25", "23–25 May 2007"),
        ("2008-03-31", "2008-04-01", "31 March–1 April 2008"),
        ("2010-12-30", "2011-01-02", "30 December 2010–2 January 2011"),
        ("2009-03-18", "2009-03-18", "18 March 2009"),
        ("2007-09", "2007-09", "September 2007"),
        ("2007-09", "2007-10", "September–October 2007"),
        ("2006-11", "2006-11-17", "November 2006, ending on 17 November"),
        ("2014", "2014-09", "2014, ending in September"),
        ("2006-11-07", "2006-11", "from 7 November 2006, ending in the same month"),
        ("2014-09", "2014", "from September 2014, ending in the same year"),
        ("2014-09", "2023-12-15", "September 2014 to 15 December 2023"),
        ("2007", "2008", "2007–2008"),
        ("2007-05-23", "", "23 May 2007"),
        ("after 31 July 2013", "2013-12-31", "after 31 July 2013 to 31 December 2013"),
    ],
)
def test_the_days_of_a_meeting(start: str, end: str, words: str) -> None:
    assert span_in_words(PartialDate.parse(start), PartialDate.parse(end) if end else None) == words
