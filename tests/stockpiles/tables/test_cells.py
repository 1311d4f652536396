"""Numbers, dates and days as a spreadsheet counts them: what is unknown is a word, never zero."""

from __future__ import annotations

import pytest

from stockpiles.rules.quantity import NONE, UNKNOWN, Quantity
from stockpiles.tables.cells import days_columns, least, number, rounded

PART = Quantity(7_526, bound="at least")


@pytest.mark.parametrize(
    ("quantity", "cell"),
    [
        (None, "not on record"),
        (UNKNOWN, "unknown"),
        (NONE, 0),
        (Quantity(2_012), 2_012),
        (PART, "total not on record"),
    ],
)
def test_a_part_never_stands_under_the_name_of_the_whole(quantity: Quantity | None, cell: int | str) -> None:
    assert number(quantity) == cell


def test_the_part_of_germany_has_a_column_of_its_own() -> None:
    assert least(PART) == 7_526
    assert [least(one) for one in (None, UNKNOWN, NONE, Quantity(2_012))] == [""] * 4


def test_a_rounded_number_is_marked() -> None:
    assert [rounded(one) for one in (None, Quantity(5), Quantity(5, is_rounded=True))] == ["", "", "yes"]


def test_where_there_is_no_duty_no_days_are_counted() -> None:
    columns = days_columns(lambda row: None)
    assert list(columns) == ["Days, at least", "Days, at most", "Days in words"]
    assert [cell(object()) for cell in columns.values()] == [None, None, ""]
