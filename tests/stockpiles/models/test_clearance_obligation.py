"""Clearance: one clock for each contamination, and the day from which it runs."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.rules.partial_date import PartialDate
from stockpiles.models import (
    ClearanceObligation,
    ContaminationOrigin,
)

pytestmark = pytest.mark.usefixtures("in_a_change")


def when(text):
    return PartialDate.parse(text)


class TestClearance:
    def test_an_end_of_hostilities_belongs_to_later_ones_and_is_a_day(self, peru):
        with pytest.raises(ValidationError, match="later hostilities"):
            ClearanceObligation(country=peru, hostilities_ended=when("2014-01-01")).full_clean()
        later = ClearanceObligation(
            country=peru, origin=ContaminationOrigin.LATER_HOSTILITIES, hostilities_ended=when("2014")
        )
        with pytest.raises(ValidationError, match="needs the day"):
            later.full_clean()

    def test_while_hostilities_last_no_day_is_given(self, peru):
        later = ClearanceObligation(country=peru, origin=ContaminationOrigin.LATER_HOSTILITIES)
        later.full_clean()
        later.hostilities_ended = when("2015-02-22")
        later.full_clean()

    def test_the_database_refuses_an_end_for_what_lay_there_at_entry_into_force(self, peru):
        with pytest.raises(IntegrityError, match="end_is_later"), transaction.atomic():
            ClearanceObligation.objects.create(country=peru, hostilities_ended=when("2014-01-01"))

    def test_several_of_one_state_are_told_apart_by_name(self, peru):
        first = ClearanceObligation.objects.create(country=peru)
        named = ClearanceObligation.objects.create(country=peru, name="hostilities of 2014–2015")
        assert [str(first), str(named)] == ["Peru, clearance", "Peru, hostilities of 2014–2015"]
        with pytest.raises(IntegrityError), transaction.atomic():
            ClearanceObligation.objects.create(country=peru)
        assert first.get_absolute_url() == "/stockpiles/peru/#article-4"
