"""The files of the world's stocks."""

from __future__ import annotations

from datetime import date

import pytest

from stockpiles.queries.overview import overview
from stockpiles.tables.overview import overview_table, progress_table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_a_part_of_what_germany_destroyed_stands_beside_the_total_and_never_under_it() -> None:
    view = overview(as_of=date(2026, 2, 3))
    table = overview_table(view, view.rows)
    germany = next(dict(zip(table.headings, row, strict=True)) for row in table.rows if row[0] == "DEU")
    assert germany["Munitions declared"] == 573_700
    assert germany["Munitions destroyed"] == "total not on record"
    assert germany["Munitions destroyed at least"] == 573_000
    assert germany["Submunitions rounded"] == "yes"
    assert germany["As of"] == date(2026, 2, 3)
    assert len(set(table.headings)) == len(table.headings)


def test_34_states_had_completed_by_2023() -> None:
    last = [*progress_table(overview(as_of=date(2026, 2, 3))).rows][-1]
    assert list(last[:3]) == [2023, 4, 34]
    assert "Peru" in str(last[4])
