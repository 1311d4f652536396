"""Rows on clearance."""

import pytest

from impact.importing.clearance_record import CLEARANCE_RECORDS
from tests.factories.sheets import read_row

pytestmark = pytest.mark.django_db


def test_nought_is_kept_apart_from_not_given(peru):
    row = {"iso3": "PER", "period_start": "2017", "period_end": "2017", "source": "A table"}
    (none,) = read_row(CLEARANCE_RECORDS, {**row, "area_km2": "0"})
    (unknown,) = read_row(CLEARANCE_RECORDS, {**row, "area_km2": ""})
    assert (none.values["area_km2"], unknown.values["area_km2"]) == (0, None)
    assert none.is_claim
    assert str(none.by["period_end"]) == "2017"
