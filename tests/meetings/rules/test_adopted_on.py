"""A date of adoption that a source gives, beside the one on record: the Vientiane Action Plan of 12 November 2010."""

from __future__ import annotations

import pytest

from editorial.rules.partial_date import PartialDate
from meetings.rules.adopted_on import beside_the_record

ADOPTED = PartialDate(2010, 11, 12)


@pytest.mark.parametrize(
    ("said", "agrees"),
    [
        (PartialDate(2011), False),  # "one year later" than entry into force, by the non-paper of 2013
        (PartialDate(2010), True),
        (PartialDate(2010, 11), True),
        (PartialDate(2010, 12), False),
        (PartialDate(2010, 11, 12), True),
        (PartialDate(2010, 11, 13), False),
        (PartialDate(2010, 11, 11, "after"), True),
        (PartialDate(2010, 11, 12, "after"), False),
        (PartialDate(2010, 11, 12, "before"), False),
        (PartialDate(2010, 11, 13, "before"), True),
    ],
)
def test_it_agrees_where_it_can_be_the_same_day(said: PartialDate, agrees: bool) -> None:
    word = "agrees with" if agrees else "differs from"
    assert beside_the_record(said, ADOPTED) == f"{word} the record: 12 November 2010"


def test_without_a_date_on_record_nothing_is_said_of_it() -> None:
    assert beside_the_record(PartialDate(2011), None) == "no date is on record to compare it with"
