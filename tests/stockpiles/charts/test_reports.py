"""The grid of reports says the law by the rule, and of every mark what it means."""

from __future__ import annotations

from datetime import date

from stockpiles.charts.reports import GRID_STATES, report_grid_figure, reports_known
from stockpiles.queries.reports import ReportGrid, ReportMark, YearRate


def grid(*rates: YearRate) -> ReportGrid:
    return ReportGrid(date(2026, 2, 3), tuple(rate.year for rate in rates), (), rates, 112, 40)


def test_every_mark_has_its_word_and_its_sign() -> None:
    assert set(GRID_STATES) == set(ReportMark)
    assert len({(state.sign, state.tone) for state in GRID_STATES.values()}) == len(ReportMark)


def test_the_note_takes_the_days_from_the_rule() -> None:
    note = report_grid_figure(grid(), csv_url="/x.csv").caption["note"]
    assert "falls due on 30 April of the year after; the first one 180 days after entry into force." in note


def test_how_many_more_reports_there_were_is_drawn_as_not_known_and_years_without_one_due_are_left_out() -> None:
    chart = reports_known(
        grid(YearRate(2012, 0, 0, 0), YearRate(2013, 83, 17, 11)), source_url="#grid", csv_url=""
    )
    assert chart is not None
    assert [[cell.text for cell in row] for row in chart.rows] == [["2013", "17", "unknown", "17"]]
    assert reports_known(grid(YearRate(2012, 0, 0, 0)), source_url="#grid", csv_url="") is None
