"""A line a claim, with what a reader must know of it."""

import pytest

from stockpiles.models import Activity
from stockpiles.queries.answers_of_states import answers_of_states
from stockpiles.tables.answers import answer_table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_a_claim_says_what_where_when_by_whom_and_by_which_document():
    table = answer_table("Use", answers_of_states([Activity.USE]))
    lines = [dict(zip(table.headings, map(str, row), strict=True)) for row in table.rows]
    one = next(line for line in lines if line["ISO3"] == "RUS" and "UKR" in line["Places"] and line["Period to"])
    assert one["In words"].startswith("has used cluster munitions in Ukraine")
    assert one["By"].rpartition(", ")[2].isdigit()
    assert one["Sources"]
    assert (
        len(lines) == 497
    )  # 495 of the second collection (three of its rows are one claim on three places), two of the first
