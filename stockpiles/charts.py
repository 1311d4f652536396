"""Drawings of stockpiles: destruction by year, progress of the world, reports, deadlines and programmes."""

from __future__ import annotations

from datetime import date
from typing import Any

from editorial.charts import (
    Chart,
    Delay,
    Grid,
    GridCell,
    GridRow,
    GridState,
    Moment,
    Series,
    Stage,
    Unknown,
    bar_chart,
    grid,
    line_chart,
    stacked_bar_chart,
    timeline,
)
from editorial.charts.timeline_facts import MomentKind
from editorial.rules.partial_date import PartialDate
from meetings.rules.span_in_words import span_in_words
from stockpiles.models import DestructionRecord
from stockpiles.queries.dossier import Dossier
from stockpiles.queries.duty import Duty
from stockpiles.queries.overview import Overview
from stockpiles.queries.programme_story import ProgrammeStory
from stockpiles.queries.reports import Cell, Mark, ReportGrid
from stockpiles.rules.dated import in_words
from stockpiles.rules.deadline import NOT_KNOWN
from stockpiles.rules.destroyed_extent import Extent
from stockpiles.rules.flow import Unit
from stockpiles.rules.quantity import Quantity
from stockpiles.rules.reporting_calendar import ANNUAL_REPORT, FIRST_REPORT

RECORDS = "Records of the CCM Monitor, each with its source"


def destruction_by_year(story: Dossier, *, source_url: str, csv_url: str) -> list[Chart]:
    """Two drawings, munitions and submunitions, of what one state destroyed in each year; none without any figure.

    Years between the first and the last on record of which nothing is known are drawn as unknown.
    """
    records = story.destroyed_by_year
    if not records:
        return []
    years = list(range(min(records), _last_year(story, max(records)) + 1))
    charts = []
    for unit in Unit:
        values = [_drawn(records[year].quantity(unit)) if year in records else Unknown() for year in years]
        if all(isinstance(value, Unknown) for value in values):
            continue
        rounded = [str(y) for y in years if y in records and records[y].quantity(unit).is_rounded]
        notes = [f"Rounded in the source: {', '.join(rounded)}."] if rounded else []
        notes += [
            f"{year}: only {records[year].period_words}."
            for year in sorted(records)
            if not _whole_year(records[year])
        ]
        line = story.stock.ledger.line(unit) if story.stock else None
        years_drawn = "each year"
        if line is not None and line.extent.value is Extent.PART:
            years_drawn = "the years on record"
            notes.append(line.extent.arithmetic)
        charts.append(
            bar_chart(
                unit=unit.value,
                categories=[str(year) for year in years],
                series=[Series(f"{unit.value.capitalize()} destroyed", values)],
                title=f"{unit.value.capitalize()} destroyed in {years_drawn}",
                source=f"Figures on {story.country.name}, each with its own source",
                source_url=source_url,
                csv_url=csv_url,
                note=" ".join(notes),
                slug=f"destroyed-{unit.value}",
            )
        )
    return charts


def _whole_year(record: DestructionRecord) -> bool:
    start, end = record.period_start, record.period_end
    return start is None or end is None or (start.earliest.month, end.latest.month) == (1, 12)


def _last_year(story: Dossier, last: int) -> int:
    done = story.completion.done.latest if story.completion else None
    return max(last, done.year) if done else last


def _drawn(quantity: Quantity) -> int | Unknown:
    return quantity.value if quantity.value is not None else Unknown()


def progress_of_the_world(view: Overview, *, csv_url: str) -> list[Chart]:
    """Which states completed when, and how much they had declared; none without any dated completion."""
    if not view.years:
        return []
    years = [year.year for year in view.years]
    undated = f" Not dated: {', '.join(country.name for country in view.undated)}." if view.undated else ""
    return [
        line_chart(
            unit="states",
            points=years,
            series=[Series("States that had completed", [year.states_so_far for year in view.years])],
            step=True,
            title="States that have completed the destruction of their stocks",
            source=RECORDS,
            csv_url=csv_url,
            note=f"By the year in which the last item was destroyed.{undated}",
            slug="completed",
        ),
        bar_chart(
            unit="munitions declared",
            categories=[str(year) for year in years],
            series=[Series("Munitions", [_drawn(year.munitions.known) for year in view.years])],
            title="Stocks of the states that completed in each year",
            source=RECORDS,
            csv_url=csv_url,
            note="What these states had declared before destruction began, counted in the year in which they were done; "
            "most of it was destroyed in the years before.",
            slug="completed-stocks",
        ),
    ]


# ---------------------------------------------------------------- deadlines and programmes


def deadline_timeline(duty: Duty, *, today: date, source_url: str) -> Chart | None:
    """A duty's way: in force, each deadline and what became of it, requests, completion. None without a deadline."""
    if duty.chain is None or duty.due is None:
        return None
    moments = [Moment(duty.bound.since, "In force for the state")]
    steps = duty.chain.steps
    dates = [duty.chain.original.value, *(step.until.value for step in steps)]
    for place, due in enumerate(dates):
        is_last = place == len(dates) - 1
        label = f"Deadline, Article {duty.article}" if place == 0 else f"Deadline after extension {place}"
        moments.append(Moment(due, label, kind=_kind(duty) if is_last else "moved"))
    for request in duty.requests:
        if request.requested_on is not None:
            moments.append(Moment(request.requested_on.earliest, "Request filed", when=str(request.requested_on)))
        if request.decided_on is not None and request.decided_on.precision != "year":
            moments.append(Moment(request.decided_on.earliest, "Extension decided", when=str(request.decided_on)))
    if duty.completion is not None:
        done = duty.completion.done
        day = done.latest or done.earliest
        if day is not None:
            moments.append(Moment(day, "Completed", when=in_words(done)))
    moments = [moment for moment in moments if moment.on <= max(today, *dates)]
    return timeline(
        moments=moments,
        today=today if duty.completion is None else None,
        title=f"Article {duty.article}: deadlines and what became of them",
        source="Records below",
        source_url=source_url,
        slug=f"deadline-{duty.article}-{duty.country.slug}-{duty.name}",
    )


def _kind(duty: Duty) -> MomentKind:
    words: dict[str, MomentKind] = {
        "met_early": "met",
        "met_late": "missed",
        "overdue": "missed",
        "due": "deadline",
    }
    return words.get(duty.standing.value, "unknown" if duty.standing in NOT_KNOWN else "deadline")


def programme_timeline(story: ProgrammeStory, *, duty: Duty | None, today: date, source_url: str) -> Chart | None:
    """A programme's stages, delays and contributions along one axis. None where nothing is dated."""
    programme = story.programme.record
    moments = []
    if duty is not None and duty.chain is not None:
        for step in duty.chain.steps:
            moments.append(Moment(step.start, "Deadline", kind="moved"))
        moments.append(Moment(duty.chain.deadline.value, "Deadline", kind=_kind(duty)))
    for contribution in story.contributions:
        one = contribution.record
        if one.agreed_on is not None:
            moments.append(Moment(one.agreed_on.earliest, f"{one.donor}: help confirmed", when=str(one.agreed_on)))
    for stage in story.stages:
        one_stage = stage.record
        if one_stage.ended is not None and one_stage.started is None:
            label = f"Stage {one_stage.number} over: {one_stage.name.lower()}"
            moments.append(Moment(one_stage.ended.latest, label, when=str(one_stage.ended)))
    whole = Stage(
        "Whole programme",
        **_carried_out(programme.started, programme.ended),
        delays=tuple(
            Delay(
                one.record.began.earliest,
                (one.record.ended or one.record.began).latest,
                one.record.cause,
                when=_span(one.record.began, one.record.ended),
            )
            for one in story.delays
            if one.record.began is not None
        ),
    )
    stages = [whole] + [
        Stage(
            f"{one.record.number}. {one.record.name}",
            planned=_planned(one.record.planned_start, one.record.planned_end),
            planned_when=_span(one.record.planned_start, one.record.planned_end),
            **_carried_out(one.record.started, one.record.ended),
        )
        for one in story.stages
    ]
    if not moments and not any(stage.actual or stage.planned or stage.edge for stage in stages):
        return None
    is_done = programme.ended is not None or (duty is not None and duty.completion is not None)
    return timeline(
        moments=moments,
        stages=stages,
        today=None if is_done else today,
        title=f"{programme.title}: stages, delays and deadlines",
        source="Programme and sources below",
        source_url=source_url,
        note="Where no source gives the dates of a stage, none are drawn.",
        slug=f"programme-{programme.pk}",
    )


def _span(start: PartialDate | None, end: PartialDate | None) -> str:
    """Two dates, or the one on record, at their own precision; "" for none."""
    if start is None:
        return str(end or "")
    return span_in_words(start, end)


def _carried_out(start: PartialDate | None, end: PartialDate | None) -> dict[str, Any]:
    """How a stage's own dates are drawn and said: a stretch only between two of them, at the precision of each."""
    words = _span(start, end)
    if start is not None and end is not None:
        return {"actual": (start.earliest, end.latest), "actual_when": words}
    if start is not None:
        return {"since": start.earliest, "edge_when": words}
    return {"over": end.latest, "edge_when": words} if end is not None else {}


def _planned(start: PartialDate | None, end: PartialDate | None) -> tuple[date, date] | None:
    return (start.earliest, end.latest) if start is not None and end is not None else None


# ---------------------------------------------------------------- reports

GRID_STATES = {
    Mark.IN_TIME: GridState("in time", "full", "met"),
    Mark.LATE: GridState("late", "half", "due-soon"),
    Mark.RECEIVED: GridState("submitted, day unknown", "ring", "met"),
    Mark.VOLUNTARY: GridState("voluntary", "ring", "signatory"),
    Mark.MISSING: GridState("not submitted, says a source", "cross", "overdue"),
    Mark.NOT_ON_RECORD: GridState("due, none on record", "hatch", "quiet"),
    Mark.NOT_YET_DUE: GridState("not yet due", "dash", "quiet"),
    Mark.NOT_BOUND: GridState("no report owed", "blank", "quiet"),
}


def reports_known(view: ReportGrid, *, source_url: str, csv_url: str) -> Chart | None:
    """How many annual reports are on record here, by calendar year; how many more there were is drawn as not known.

    None before the first report was due.
    """
    due = [rate for rate in view.rates if rate.due]
    if not due:
        return None
    return stacked_bar_chart(
        unit="annual reports",
        categories=[str(rate.year) for rate in due],
        series=[
            Series("On record here", [rate.on_record for rate in due]),
            Series("Not known here", [Unknown() for _ in due]),
        ],
        title="Annual reports on record here: the rest is not known",
        source=f"{view.reports_on_record} reports of {view.states_on_record} states on record here",
        source_url=source_url,
        csv_url=csv_url,
        note="By the calendar year reported on. The record holds mostly the first and the newest report of a state: the "
        "bars show how far the record has come, not how many states reported.",
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
        states={mark.value: state for mark, state in GRID_STATES.items()},
        title="Article 7 reports by state and calendar year",
        source=f"{view.reports_on_record} reports of {view.states_on_record} states on record here",
        csv_url=csv_url,
        note=f"A report on a calendar year falls due on {ANNUAL_REPORT}; the first one {FIRST_REPORT}. “Due, none on "
        "record” says nothing about the state: the list is incomplete.",
    )


def _grid_cell(cell: Cell) -> GridCell:
    words = []
    if cell.report is not None and cell.report.submitted_on is not None:
        words.append(f"submitted {cell.report.submitted_on}")
    if cell.duty is not None and cell.duty.outlook.value.words and cell.mark in (Mark.IN_TIME, Mark.LATE):
        words.append(cell.duty.outlook.value.words)
    return GridCell(cell.mark.value, ", ".join(words))
