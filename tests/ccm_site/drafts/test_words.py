"""When, how many, and who says so, in the words of a drafted profile."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_site.drafts.words import (
    UNSOURCED,
    listed,
    notes_of,
    on,
    quantity_in_words,
    who,
    whose_word,
    years_in_words,
)
from editorial.models import Cited, Source
from editorial.queries.proof import Proof
from editorial.rules.partial_date import PartialDate
from stockpiles.models import ActivityClaim, StockpileHolding
from stockpiles.queries.figure_groups import ShownRecord


def said(publisher: str, made: str = "", certainty: str = "reported") -> ShownRecord[ActivityClaim]:
    claim = ActivityClaim(certainty=certainty, made_on=PartialDate.parse(made) if made else None)
    return ShownRecord(claim, Proof((Cited(Source(key=publisher, publisher=publisher)),)))


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (date(2013, 3, 1), "on 1 March 2013"),
        (PartialDate.parse("3 December 2008"), "on 3 December 2008"),
        (PartialDate.parse("May 2007"), "in May 2007"),
        (PartialDate.parse("after 31 July 2013"), "after 31 July 2013"),
        (PartialDate.parse("about 2022"), "in about 2022"),
    ],
)
def test_when(when: date | PartialDate, words: str) -> None:
    assert on(when) == words


def test_years_run_together_from_three_on() -> None:
    assert years_in_words([2016, 2011, 2012, 2013, 2015]) == "2011 to 2013, 2015 and 2016"
    assert years_in_words([2014]) == "2014"


def test_lists() -> None:
    assert listed(["A", "B", "C"]) == "A, B and C"


def test_who_says_it_and_when_each_publisher_once() -> None:
    both = [said("HRW", "2019"), said("HRW", "2017"), said("Monitor", "5 May 2020")]
    assert who(both) == "HRW (2017 and 2019) and Monitor (2020)"
    assert who([said("CMC")]) == "CMC (undated)"
    assert who([said(name, "2020") for name in "ABCDE"]) == "A (2020), B (2020), C (2020) and 2 more"
    assert who([ShownRecord(ActivityClaim(), Proof())]) == "a record without a source (undated)"


def test_whose_word_it_is() -> None:
    assert whose_word([said("A", "2020", "stated")]) == "By its own word, as given by A (2020),"
    assert whose_word([said("A", "2020", "estimated")]) == "By an estimate of A (2020),"
    assert whose_word([said("A", "2020")]) == "According to A (2020),"


def test_a_fact_without_a_source_says_so() -> None:
    assert notes_of([]) == UNSOURCED


@pytest.mark.parametrize(
    ("munitions", "submunitions", "words"),
    [
        (2012, 162_417, "2,012 munitions with 162,417 submunitions"),
        (1, 1, "1 munition with 1 submunition"),
        (0, 0, "no munitions"),
        (5, None, "5 munitions (the number of submunitions is not recorded)"),
        (None, 7, "an unknown number of munitions with 7 submunitions"),
        (None, None, "an unknown number of munitions"),
    ],
)
def test_numbers_are_never_added_and_the_unknown_is_said(
    munitions: int | None, submunitions: int | None, words: str
) -> None:
    assert quantity_in_words(StockpileHolding(munitions=munitions, submunitions=submunitions)) == words
