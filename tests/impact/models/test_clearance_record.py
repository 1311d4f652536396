"""What was cleared: not given is not nought."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from impact.models import ClearanceRecord

pytestmark = pytest.mark.usefixtures("in_a_change")


def made(peru, **values):
    record = ClearanceRecord.objects.create(country=peru, **values)
    return ClearanceRecord.objects.get(pk=record.pk)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"area_km2": "0.27", "items_destroyed": 1246}, "0.27 km²; 1,246 items destroyed"),
        ({"area_km2": "45.6", "area_bound": "more_than"}, "more than 45.6 km²"),
        ({"area_km2": "0"}, "0 km²"),
        ({"items_destroyed": 0}, "0 items destroyed"),
        ({}, "area and number not given"),
    ],
)
def test_in_words(peru, values, words):
    assert made(peru, **values).in_words == words


def test_its_year_is_one_calendar_year(peru):
    year = made(peru, period_start="2017", period_end="2017")
    longer = made(peru, period_start="2010", period_end="2020")
    assert (year.year, year.when_in_words, str(year)) == (2017, "2017", "Peru, cleared, 2017")
    assert (longer.year, longer.when_in_words) == (None, "2010 to 2020")
    assert str(made(peru)) == "Peru, cleared, time not given"


@pytest.mark.parametrize("bound", ["area_bound", "items_bound"])
def test_a_bound_needs_its_number(peru, bound):
    record = ClearanceRecord(country=peru, **{bound: "at_least"})
    with pytest.raises(ValidationError, match="nothing to be at least or about"):
        record.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()
