"""Rows on totals of the world."""

from decimal import Decimal

import pytest

from countries.importing.published_total import PUBLISHED_TOTALS
from editorial.actions.bad_row import BadRow
from tests.factories.sheets import read_row

pytestmark = pytest.mark.django_db
ROW = {
    "subject": "laws",
    "measure": "with_laws",
    "as_of": "2020-11",
    "number": "31",
    "out_of": "110",
    "source": "A page",
}


def test_a_figure_of_one_source_with_what_it_is_out_of():
    (made,) = read_row(PUBLISHED_TOTALS, ROW)
    assert made.is_claim
    assert (made.values["number"], made.values["out_of"]) == (Decimal(31), 110)
    assert str(made.by["as_of"]) == "November 2020"


def test_two_figures_of_one_time_are_told_apart_by_what_they_count():
    first, second = (read_row(PUBLISHED_TOTALS, {**ROW, "covers": words})[0] for words in ("States", "Parties"))
    assert first.by != second.by


@pytest.mark.parametrize("column", ["subject", "measure"])
def test_another_word_is_refused(column):
    with pytest.raises(BadRow, match=column):
        read_row(PUBLISHED_TOTALS, {**ROW, column: "weather"})
