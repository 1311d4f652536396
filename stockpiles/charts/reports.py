"""Article 7 reports: how many are on record, and every state and year."""

from __future__ import annotations

from editorial.charts import Chart, Grid, GridCell, GridRow, GridState, Series, Unknown, bar_chart, grid
from stockpiles.queries.reports import ReportCell, ReportGrid, ReportMark
from stockpiles.rules.reporting_calendar import ANNUAL_REPORT, FIRST_REPORT

GRID_STATES = {
    ReportMark.IN_TIME: GridState("in time", "full", "met"),
    ReportMark.LATE: GridState("late", "half", "due-soon"),
    ReportMark.RECEIVED: GridState("submitted, day unknown", "ring", "met"),
    ReportMark.VOLUNTARY: GridState("voluntary", "ring", "signatory"),
    ReportMark.MISSING: GridState("not submitted, says a source", "cross", "overdue"),
    ReportMark.NOT_ON_RECORD: GridState("due, none on record", "hatch", "quiet"),
    ReportMark.NOT_YET_DUE: GridState("not yet due", "dash", "quiet"),
    ReportMark.NOT_BOUND: GridState("no report owed", "blank", "quiet"),
}


def reports_known(view: ReportGrid, *, source_url: str, csv_url: str) -> Chart | None:
    """How many annual reports are on record here, by calendar year; how many more there were is drawn as not known.

    None before the first report was due.
    """
    due = [rate for rate in view.rates if rate.due]
    if not due:
        return None
    return bar_chart(
        unit="annual reports",
        years=[rate.year for rate in due],
        series=[
            Series("On record here", [rate.on_record for rate in due]),
            Series("Not known here", [Unknown() for _ in due]),
        ],
        title="Annual reports on record here: the rest is not known",
        source=f"{view.reports_on_record} reports of {view.states_on_record} states on record here",
        source_url=source_url,
        csv_url=csv_url,
        note="By the calendar year reported on. The record is far from complete: the bars show how far it has come, "
        "not how many states reported.",
        slug="reports-known",
    )


def report_grid_figure(view: ReportGrid, *, csv_url: str) -> Grid:
    """Every state and year with a mark, the first report ahead of the years."""
    return grid(
        corner="State",
        columns=["First", *(str(year) for year in view.years)],
        rows=[
            GridRow(
                row.country.name,
                [_grid_cell(row.first), *(_grid_cell(cell) for cell in row.years)],
                url=f"/stockpiles/{row.country.slug}/#article-7",
            )
            for row in view.rows
        ],
        states=list(GRID_STATES.values()),
        title="Article 7 reports by state and calendar year",
        source=f"{view.reports_on_record} reports of {view.states_on_record} states on record here",
        csv_url=csv_url,
        note=f"A report on a calendar year falls due on {ANNUAL_REPORT}; the first one {FIRST_REPORT}. “Due, none on "
        "record” says nothing about the state: the list is incomplete.",
    )


SILENT = {mark: GridCell(state) for mark, state in GRID_STATES.items()}
"""Cells of which nothing more is said: most of them."""


def _grid_cell(cell: ReportCell) -> GridCell:
    if cell.report is None:
        return SILENT[cell.mark]
    words = []
    if cell.report.submitted_on is not None:
        words.append(f"submitted {cell.report.submitted_on}")
    if (
        cell.duty is not None
        and cell.duty.outlook.value.words
        and cell.mark in (ReportMark.IN_TIME, ReportMark.LATE)
    ):
        words.append(cell.duty.outlook.value.words)
    return GridCell(GRID_STATES[cell.mark], ", ".join(words))
