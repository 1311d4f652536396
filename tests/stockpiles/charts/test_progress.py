"""Progress of the world by year of completion."""

from __future__ import annotations

from datetime import date

import pytest

from stockpiles.charts.progress import progress_of_the_world
from stockpiles.queries.overview import Overview, overview

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_states_that_had_completed_are_counted_year_by_year() -> None:
    line, bars = progress_of_the_world(overview(as_of=date(2026, 2, 3)), csv_url="")
    years = {row[0].text: row[1].text for row in line.rows}
    assert years["2023"] == "34"
    assert set(years) == {row[0].text for row in bars.rows}


def test_without_a_dated_completion_nothing_is_drawn() -> None:
    view = overview(as_of=date(2026, 2, 3))
    empty = Overview(view.as_of, (), {}, (), (), view.board, ())
    assert progress_of_the_world(empty, csv_url="") == []
