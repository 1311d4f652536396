"""Reference data of meetings: themes, the tree of meetings with dates and counts, attendance, action plans."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import transaction

from countries.models import Country
from editorial.actions.reference import BadRow, LoadReport, keep, one, reference, rows, sourced, sourced_with_note
from editorial.actions.source_cell import documents_of
from editorial.models import Certainty, Rank
from editorial.rules.partial_date import BadDate, PartialDate
from meetings.models import (
    Action,
    ActionPlan,
    ActionPlanPart,
    Attendance,
    Capacity,
    CountKind,
    Meeting,
    MeetingCount,
    MeetingKind,
    MeetingSpan,
    Theme,
)

FOLDER = Path(__file__).resolve().parent.parent / "reference"

Row = dict[str, str]


@reference("statement-themes")
def load_themes(report: LoadReport) -> None:
    """The controlled list of subjects, with the article each belongs to."""

    def load(path: Path, line: int, row: Row) -> None:
        values = {"title": row["title"], "article": row["article"], "scope": row["scope"], "order": line - 1}
        keep(Theme, values, by={"slug": row["slug"]}, report=report)

    _each("themes.csv", load, report)


@reference("meetings")
def load_meetings(report: LoadReport) -> None:
    """51 meetings, the three processes they belong to, and the committees and sessions that sources name."""

    def load(path: Path, line: int, row: Row) -> None:
        cited = sourced_with_note(row)
        meeting = keep(
            Meeting,
            {
                "name": row["name"],
                "short_name": row["short_name"],
                "kind": _choice(MeetingKind, path, line, "kind", row["kind"]),
                "parent": _meeting(path, line, "parent", row["parent"]),
                "city": row["city"],
                "country": _country(path, line, "country", row["country"]),
                "is_virtual": "virtual" in row["name"],
                "host": _country(path, line, "host", row["host"]),
                **cited,
            },
            by={"slug": row["slug"]},
            report=report,
        )
        if row["start"]:
            _keep_span(path, line, meeting, row, "", _of_the_days(row) or cited, report)

    _each("meetings.csv", load, report)


@reference("meeting-spans")
def load_meeting_spans(report: LoadReport) -> None:
    """Dates of meetings that were held in several parts."""

    def load(path: Path, line: int, row: Row) -> None:
        meeting = _meeting(path, line, "meeting", row["meeting"])
        _keep_span(path, line, meeting, row, row["label"], sourced(row), report)

    _each("meeting_spans.csv", load, report)


@reference("meeting-counts")
def load_meeting_counts(report: LoadReport) -> None:
    """How many states sources counted. Two sources that disagree are two rows."""

    def load(path: Path, line: int, row: Row) -> None:
        cited = sourced_with_note(row)
        keep(
            MeetingCount,
            {
                "source_locator": cited["source_locator"],
                "note": cited["note"],
                "number": int(row["number"]),
                "certainty": _choice(Certainty, path, line, "certainty", row["certainty"]),
                "rank": _choice(Rank, path, line, "rank", row["rank"]),
                "rank_reason": row["rank_reason"],
            },
            by={
                "meeting": _meeting(path, line, "meeting", row["meeting"]),
                "counted": _choice(CountKind, path, line, "counted", row["counted"]),
                "source": cited["source"],
            },
            report=report,
        )

    _each("meeting_counts.csv", load, report)


@reference("attendance")
def load_attendance(report: LoadReport) -> None:
    """States that a source names as present. Nobody is inferred from a count."""

    def load(path: Path, line: int, row: Row) -> None:
        keep(
            Attendance,
            {"head_of_delegation": row["head_of_delegation"], **sourced(row)},
            by={
                "meeting": _meeting(path, line, "meeting", row["meeting"]),
                "country": _country(path, line, "iso3", row["iso3"]),
                "capacity": _choice(Capacity, path, line, "capacity", row["capacity"]),
            },
            report=report,
        )

    _each("attendance.csv", load, report)


@reference("action-plans")
def load_action_plans(report: LoadReport) -> None:
    """The plans, and for each as many numbered actions as its source counts."""

    def load(path: Path, line: int, row: Row) -> None:
        plan = keep(
            ActionPlan,
            {
                "name": row["name"],
                "meeting": _meeting(path, line, "meeting", row["meeting"]),
                "adopted": _date(path, line, "adopted", row["adopted"]),
                "from_year": int(row["from_year"]),
                "until_year": int(row["until_year"]),
                "actions_claimed": int(row["actions_claimed"]) if row["actions_claimed"] else None,
                **sourced_with_note(row),
            },
            by={"slug": row["slug"]},
            report=report,
        )
        for number in range(1, (plan.actions_claimed or 0) + 1):
            keep(Action, {}, by={"plan": plan, "number": number}, report=report)

    _each("action_plans.csv", load, report)


@reference("action-plan-parts")
def load_action_plan_parts(report: LoadReport) -> None:
    """The chapters of the plans. Which action stands in which chapter is left open until a source was seen."""

    def load(path: Path, line: int, row: Row) -> None:
        theme = one(Theme, path, line, "theme", row["theme"], slug=row["theme"]) if row["theme"] else None
        keep(
            ActionPlanPart,
            {"title": row["title"], "theme": theme},
            by={
                "plan": one(ActionPlan, path, line, "plan", row["plan"], slug=row["plan"]),
                "order": int(row["order"]),
            },
            report=report,
        )

    _each("action_plan_parts.csv", load, report)


def _each(name: str, load: Callable[[Path, int, Row], None], report: LoadReport) -> None:
    path = FOLDER / name
    for line, row in rows(path):
        try:
            with transaction.atomic():
                load(path, line, row)
        except BadRow as problem:
            report.refused.append(str(problem))


def _of_the_days(row: Row) -> dict[str, Any] | None:
    """The document that a row names for its days alone, where it names one: "dates: @Dublin-site-Oslo"."""
    for document in documents_of(row):
        if document.label.startswith("date"):
            return {"source": document.source, "source_locator": document.place}
    return None


def _keep_span(path: Path, line: int, meeting: Any, row: Row, label: str, cited: Any, report: LoadReport) -> None:
    named = {name: cited[name] for name in ("source", "source_locator")}
    keep(
        MeetingSpan,
        {"end": _date(path, line, "end", row["end"]), "label": label, **named},
        by={"meeting": meeting, "start": _date(path, line, "start", row["start"])},
        report=report,
    )


def _meeting(path: Path, line: int, field: str, slug: str) -> Any:
    return one(Meeting, path, line, field, slug, slug=slug) if slug else None


def _country(path: Path, line: int, field: str, iso3: str) -> Any:
    return one(Country, path, line, field, iso3, iso3=iso3) if iso3 else None


def _choice(choices: Any, path: Path, line: int, field: str, value: str) -> Any:
    if value not in choices.values:
        known = ", ".join(choices.values)
        raise BadRow(f"{path.name}, line {line}, {field}: “{value}” is not one of {known}.")
    return choices(value)


def _date(path: Path, line: int, field: str, value: str) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if value else None
    except BadDate as problem:
        raise BadRow(f"{path.name}, line {line}, {field}: {problem}") from None
