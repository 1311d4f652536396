"""Rows on casualties."""

import pytest

from editorial.actions.bad_row import BadRow
from impact.importing.casualty_figure import CASUALTY_FIGURES
from tests.factories.sheets import read_row

pytestmark = pytest.mark.django_db
ROW = {
    "iso3": "PER",
    "basis": "remnants",
    "period_start": "2023",
    "period_end": "2023",
    "number": "",
    "source": "News",
}


def test_recorded_without_a_number_is_a_figure(peru):
    (made,) = read_row(CASUALTY_FIGURES, ROW)
    assert (made.values["number"], made.by["basis"]) == (None, "remnants")
    (none,) = read_row(CASUALTY_FIGURES, {**ROW, "number": "0"})
    assert none.values["number"] == 0


def test_a_basis_that_is_none_is_refused(peru):
    with pytest.raises(BadRow, match="basis"):
        read_row(CASUALTY_FIGURES, {**ROW, "basis": "dead"})
