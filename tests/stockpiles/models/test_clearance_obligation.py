"""Clearance: one clock for each contamination, and the day from which it runs."""

import pytest
from django.core.exceptions import ValidationError

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
