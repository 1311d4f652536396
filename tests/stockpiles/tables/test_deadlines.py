"""The file of the board of deadlines."""

from __future__ import annotations

from datetime import date

import pytest

from stockpiles.queries.duties import deadline_board
from stockpiles.tables.deadlines import deadline_table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_peru_fulfilled_its_duty_108_days_early_after_one_extension() -> None:
    board = deadline_board(3, as_of=date(2026, 2, 3))
    table = deadline_table(board, board.duties)
    peru = next(dict(zip(table.headings, row, strict=True)) for row in table.rows if row[0] == "PER")
    assert (peru["Original deadline"], peru["Deadline"]) == (date(2021, 3, 1), date(2024, 4, 1))
    assert (peru["Extensions"], peru["Fulfilled"]) == (1, "2023-12-15")
    assert (peru["Days, at least"], peru["Days, at most"], peru["Days in words"]) == (108, 108, "108 days early")
