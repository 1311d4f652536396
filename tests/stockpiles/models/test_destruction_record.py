"""Periods, years and running totals."""

import pytest
from django.core.exceptions import ValidationError

from editorial.rules.partial_date import PartialDate
from stockpiles.models import DestructionRecord, DestructionScope, OutOf

pytestmark = pytest.mark.usefixtures("in_a_change")


def record(peru, start, end, **values):
    return DestructionRecord(
        country=peru,
        munitions=1,
        period_start=start and PartialDate.parse(start),
        period_end=end and PartialDate.parse(end),
        **values,
    )


@pytest.mark.parametrize(
    ("start", "end", "year", "words"),
    [
        ("2022", "2022", 2022, "2022"),
        ("2022-02", "2022-05", 2022, "February 2022 to May 2022"),
        ("2011", "2012", None, "2011 to 2012"),
    ],
)
def test_the_year_of_a_period(peru, start, end, year, words):
    given = record(peru, start, end)
    assert given.year == year
    assert given.period_words == words


def test_a_running_total_belongs_to_no_year(peru):
    assert record(peru, None, "2012", scope=DestructionScope.RUNNING_TOTAL).year is None
    assert record(peru, None, None, scope=DestructionScope.RUNNING_TOTAL).period_words == "altogether"
    assert record(peru, None, "2012", scope=DestructionScope.RUNNING_TOTAL).period_words == "up to 2012"


def test_a_period_has_dates_in_order(peru):
    with pytest.raises(ValidationError, match="in which period"):
        record(peru, None, None).full_clean()
    with pytest.raises(ValidationError, match="before it begins"):
        record(peru, "2013", "2012").full_clean()


def test_what_was_retained_and_destroyed_later_is_recorded_by_period(peru):
    kept = record(peru, "2019", "2019", out_of=OutOf.RETAINED)
    kept.full_clean()
    assert str(kept).startswith("Peru, whole stock retained, 2019")
    with pytest.raises(ValidationError, match="period by period"):
        record(peru, None, "2019", scope=DestructionScope.RUNNING_TOTAL, out_of=OutOf.RETAINED).full_clean()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2021", "said in 2021"),
        ("2014-08-12", "said on 12 August 2014"),
        ("before 2016", "said before 2016"),
        (None, ""),
    ],
)
def test_when_a_claim_was_made(peru, said, words):
    given = record(peru, "2019", "2019", made_on=said and PartialDate.parse(said))
    assert given.made_in_words == words


@pytest.mark.parametrize(
    ("about", "words"), [("2013", "as of 2013"), ("before 2016-08-08", "before 8 August 2016"), (None, "")]
)
def test_what_a_claim_is_about(peru, about, words):
    assert record(peru, "2019", "2019", as_of=about and PartialDate.parse(about)).about_in_words == words
