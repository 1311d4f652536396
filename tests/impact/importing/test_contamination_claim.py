"""Rows on contamination."""

from __future__ import annotations

from decimal import Decimal

import pytest

from editorial.actions.bad_row import BadRow
from impact.importing.contamination_claim import CONTAMINATION_CLAIMS
from tests.factories.sheets import read_row

pytestmark = pytest.mark.django_db
ROW = {
    "iso3": "PER",
    "answer": "contaminated",
    "confirmed_km2": "1,371.10",
    "as_of": "2021-06",
    "source": "A list",
}


def test_an_answer_of_one_source_with_its_extent(peru):
    (made,) = read_row(CONTAMINATION_CLAIMS, ROW)
    assert made.is_claim
    assert made.by["country"] == peru
    assert made.values["confirmed_km2"] == Decimal("1371.10")
    assert made.values["certainty"] == "reported"


@pytest.mark.parametrize(("column", "cell"), [("answer", "dirty"), ("bound", "nearly"), ("area_km2", "-1")])
def test_what_cannot_be_read_is_named(peru, column, cell):
    with pytest.raises(BadRow, match=column):
        read_row(CONTAMINATION_CLAIMS, {**ROW, column: cell})
