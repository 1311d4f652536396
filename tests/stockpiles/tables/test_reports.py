"""The files of Article 7 reports."""

from __future__ import annotations

from datetime import date

import pytest

from stockpiles.queries.reports import report_grid
from stockpiles.tables.reports import rate_table, report_table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_one_year_has_one_line_a_state_and_all_of_them_the_first_reports_as_well() -> None:
    grid = report_grid(as_of=date(2026, 2, 3))
    of_2013 = [*report_table(grid, year=2013).rows]
    assert {row[2] for row in of_2013} == {2013}
    assert len(of_2013) == len(grid.rows)
    every = [*report_table(grid).rows]
    assert len(every) == len(grid.rows) * (1 + len(grid.years))
    assert [row[2] for row in every[:2]] == ["first", 2010]


def test_what_is_not_on_record_here_is_counted_as_not_known() -> None:
    rate = next(row for row in rate_table(report_grid(as_of=date(2026, 2, 3))).rows if row[0] == 2014)
    assert list(rate) == [2014, 83, 29, 18, 54]
