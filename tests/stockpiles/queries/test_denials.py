"""A state is said to hold nothing only where that is its newest word."""

from __future__ import annotations

from datetime import date

import pytest

from editorial.rules.partial_date import PartialDate
from stockpiles.models import ActivityClaim, MunitionType
from stockpiles.queries.denials import is_said_to_hold, newest_denial

TODAY = date(2026, 11, 21)


def claim(answer, as_of=None, made_on=None, **more):
    about, made = (PartialDate.parse(one) if one else None for one in (as_of, made_on))
    return ActivityClaim(**{"activity": "stockpiling", "answer": answer, "as_of": about, "made_on": made, **more})


@pytest.mark.parametrize(
    ("claims", "denies"),
    [
        ([claim("no", as_of="2013")], True),
        ([claim("no", as_of="2013"), claim("yes", as_of="2018")], False),
        ([claim("yes", as_of="2013"), claim("no", as_of="2018")], True),
        ([claim("no", made_on="2013-09-04"), claim("yes", made_on="2022-08-25")], False),
        ([claim("yes"), claim("no", made_on="2013")], True),  # an undated list is older than any with a date
        ([claim("not_known", made_on="2022")], False),
        ([claim("no", made_on="2022", activity="production")], False),
        ([claim("no", made_on="2022", munition_type=MunitionType(pk=1))], False),
        ([], False),
    ],
)
def test_the_newest_word_counts(claims, denies):
    assert (newest_denial(claims, TODAY) is not None) == denies


def test_a_day_knows_only_what_was_said_by_then():
    """Guinea-Bissau held stocks by the edition of 2019, and none since May 2022, by its own word."""
    said = [claim("yes", made_on="2019-07-27"), claim("no", as_of="2022-05"), claim("no", made_on="2023-09-05")]
    assert newest_denial(said, date(2022, 5, 30)) is None
    assert newest_denial(said, date(2022, 5, 31)) is said[1]
    assert newest_denial(said, date(2023, 9, 5)) is said[2]


def test_a_denial_ends_something_only_where_somebody_said_that_there_was_a_stock():
    assert not is_said_to_hold([claim("no", made_on="2011"), claim("not_known", made_on="2018")])
    assert is_said_to_hold([claim("no", made_on="2011"), claim("yes")])
