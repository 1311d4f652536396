"""Which laws count, and on which day: on the boundary days of real laws."""

from __future__ import annotations

from datetime import date

import pytest

from countries.rules.national_law import Enacted, LawCount, LawSaid, enacted_by
from editorial.rules.partial_date import PartialDate

UK = LawSaid("act", "in_force", PartialDate(2010, 3, 25), PartialDate(2010, 3, 25))
SPAIN = LawSaid("amendment", "adopted", PartialDate(2015, 7))
BULGARIA = LawSaid("act", "in_force", None, PartialDate(2015, 12, 8))
NAMIBIA = LawSaid("amendment", "adopted")


@pytest.mark.parametrize(
    ("law", "day", "found"),
    [
        (UK, date(2010, 3, 24), Enacted.NOT_ON_RECORD),
        (UK, date(2010, 3, 25), Enacted.BY_THEN),
        (SPAIN, date(2015, 6, 30), Enacted.NOT_ON_RECORD),
        (SPAIN, date(2015, 7, 30), Enacted.UNDATED),
        (SPAIN, date(2015, 7, 31), Enacted.BY_THEN),
        (BULGARIA, date(2015, 12, 7), Enacted.NOT_ON_RECORD),
        (BULGARIA, date(2015, 12, 8), Enacted.BY_THEN),
        (NAMIBIA, date(2026, 2, 3), Enacted.UNDATED),
        (LawSaid("act", "adopted", PartialDate.parse("after 2013")), date(2026, 2, 3), Enacted.UNDATED),
    ],
)
def test_a_law_counts_from_its_adoption_and_a_month_from_its_last_day(law, day, found) -> None:
    assert enacted_by(day, [law]) is found


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("bill", "before_parliament"),
        ("none_needed", ""),
        ("existing_law", ""),
        ("ratification_law", "adopted"),
        ("moratorium", "announced"),
        ("directive", "in_force"),
        ("amendment", "drafted"),
    ],
)
def test_what_is_no_law_of_its_own_or_not_adopted_is_not_counted(kind, status) -> None:
    assert enacted_by(date(2026, 2, 3), [LawSaid(kind, status, PartialDate(2010))]) is Enacted.NOT_ON_RECORD


def test_one_dated_law_is_enough() -> None:
    assert enacted_by(date(2016, 1, 1), [NAMIBIA, UK]) is Enacted.BY_THEN


@pytest.mark.parametrize(
    ("undated", "words"), [(0, ""), (1, " Of another State Party one"), (2, " Of 2 other States Parties one")]
)
def test_the_count_is_never_said_to_be_the_whole(undated, words) -> None:
    said = LawCount(date(2020, 11, 30), 110, 31, undated).in_words
    assert said.startswith("On 30 November 2020 at least 31 of 110 States Parties (by deposit) had adopted an act")
    assert "by what is on record here." + words in said
    assert ("whether it was adopted by then" in said) is bool(undated)
