"""What is kept for training under Article 3(6): a number for a year, no newer than the document that gives it."""

from __future__ import annotations

from datetime import date

import pytest

from editorial.rules.partial_date import PartialDate
from stockpiles.models import RetentionRecord
from stockpiles.rules.dated import Within
from stockpiles.rules.flow import Flow

pytestmark = pytest.mark.usefixtures("in_a_change")


def retained(peru, munitions: int, **days: str) -> RetentionRecord:
    dates = {name: PartialDate.parse(day) for name, day in days.items()}
    return RetentionRecord(country=peru, munitions=munitions, submunitions=0, **dates)


def test_a_state_that_retains_none_says_so_by_a_record_of_none(peru) -> None:
    assert str(retained(peru, 0, as_of="2015")) == "Peru, whole stock, 2015: 0 munitions, 0 submunitions retained"


def test_it_is_taken_out_of_the_stock_and_named_with_its_purpose(peru) -> None:
    record = retained(peru, 274, as_of="2016")
    record.purpose = "detection training"
    assert record.flow is Flow.RETAINED
    assert record.beside == ["as of 2016", "detection training"]


def test_without_a_year_of_its_own_it_is_no_newer_than_what_says_so(peru) -> None:
    """A report of 7 August 2016 gives what was retained then or before, never on 8 August."""
    record = retained(peru, 274, made_on="2016-08-07")
    assert record.about == Within(None, date(2016, 8, 7))
    assert record.is_known_by(date(2016, 8, 7))
    assert not record.is_known_by(date(2016, 8, 6))


def test_its_own_year_goes_before_the_day_of_the_document(peru) -> None:
    assert retained(peru, 274, as_of="2015", made_on="2016-08-07").about == Within(
        date(2015, 1, 1), date(2015, 12, 31)
    )
    assert retained(peru, 274).about is None


def test_figures_of_two_years_do_not_contradict_each_other(peru) -> None:
    assert retained(peru, 300, as_of="2012").subject != retained(peru, 274, as_of="2019").subject
    assert retained(peru, 300, as_of="2012").subject == retained(peru, 274, as_of="2012").subject


def test_its_place_on_the_states_page(peru) -> None:
    record = retained(peru, 0)
    record.save()
    assert record.get_absolute_url() == f"/stockpiles/peru/#retained-{record.pk}"
