"""Rows on printed deadlines."""

import pytest

from impact.importing.published_deadline import PUBLISHED_DEADLINES
from tests.factories.sheets import read_row

pytestmark = pytest.mark.django_db


def test_a_date_keeps_its_precision_and_two_requests_are_told_apart_by_their_days(peru):
    row = {"iso3": "PER", "kind": "asked", "deadline": "2028-11", "as_of": "2023", "source": "A page"}
    (made,) = read_row(PUBLISHED_DEADLINES, row)
    assert (str(made.by["deadline"]), str(made.by["as_of"]), made.is_claim) == ("November 2028", "2023", True)
