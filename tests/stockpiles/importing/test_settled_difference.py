"""A settled difference says which, on what figures, and why."""

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.settled_difference import SETTLED_DIFFERENCES
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.mark.parametrize("name", ["finding", "unit", "figures", "explanation"])
def test_a_settled_difference_says_which_on_what_figures_and_why(name):
    row = {
        "iso3": "BGR",
        "finding": "complete_but_unaccounted",
        "unit": "munitions",
        "figures": "opening 1",
        "explanation": "Because.",
        "source": "A document",
    }
    assert read_row(SETTLED_DIFFERENCES, row)
    with pytest.raises(BadRow, match=name):
        read_row(SETTLED_DIFFERENCES, {**row, name: ""})
