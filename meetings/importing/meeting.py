"""The tree of meetings with their dates, what sources counted, and whom they name as present."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from countries.importing.country import SOURCE, one_document
from countries.importing.state_column import ISO3, STATE_OR_NONE
from editorial.importing.cells import NEEDED, Named, Number, OneOf, When, YesNo
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.importing.source_cell import documents_of, sourced, sourced_with_note
from editorial.models import Certainty, Rank
from meetings.models import (
    Absence,
    Attendance,
    Capacity,
    CountKind,
    Meeting,
    MeetingCount,
    MeetingKind,
    MeetingSpan,
)

FOLDER = Path(__file__).resolve().parent.parent / "reference"
SLUG = Column("slug", NEEDED, "Its place in addresses.", needed=True)
MEETING = Column("meeting", Named(Meeting, must=True), "The meeting, by its slug.", needed=True)


def _meeting(row: SheetRow) -> list[Made]:
    """A meeting, and its days where the row gives them."""
    cited = sourced_with_note(row.cells)
    values = {
        **row.given("name", "short_name", "kind", "parent", "city", "country", "host"),
        "is_virtual": "virtual" in row["name"],
        **cited,
    }
    meeting = Made(Meeting, {"slug": row["slug"]}, values)
    if row["start"] is None:
        return [meeting]
    return [meeting, _span(row, meeting, "", _of_the_days(row) or cited)]


def _of_the_days(row: SheetRow) -> dict[str, object] | None:
    """The document that a row names for its days alone, where it names one: "dates: @Dublin-site-Oslo"."""
    for document in documents_of(row.cells):
        if document.label.startswith("date"):
            return {"source": document.source, "source_locator": document.place}
    return None


def _span(row: SheetRow, meeting: Any, label: str, cited: dict[str, object], *, planned: bool = False) -> Made:
    named = {name: cited[name] for name in ("source", "source_locator")}
    by = {"meeting": meeting, "start": row["start"]}
    return Made(MeetingSpan, by, {"end": row["end"], "label": label, "is_planned": planned, **named})


MEETINGS = Sheet(
    "meetings",
    "Meetings, the processes they belong to, and the committees and sessions that sources name",
    (
        SLUG,
        Column("name", NEEDED, needed=True),
        Column("short_name"),
        Column("kind", OneOf(MeetingKind), needed=True),
        Column("parent", Named(Meeting), "The process or meeting that it is part of."),
        Column("city"),
        Column("country", STATE_OR_NONE, "Where, by the code of the state."),
        Column("host", STATE_OR_NONE, "By whom it was held."),
        Column("start", When()),
        Column("end", When()),
        SOURCE,
    ),
    records=_meeting,
    file=FOLDER / "meetings.csv",
)

MEETING_SPANS = Sheet(
    "meeting_spans",
    "Days of meetings that were held in several parts",
    (
        MEETING,
        Column("start", When()),
        Column("end", When()),
        Column("label"),
        Column("planned", YesNo(), "yes: said beforehand, and by no source on record that it was held."),
        SOURCE,
    ),
    records=lambda row: [_span(row, row["meeting"], row["label"], sourced(row.cells), planned=row["planned"])],
    file=FOLDER / "meeting_spans.csv",
)


def _count(row: SheetRow) -> list[Made]:
    """Two sources that disagree are two rows."""
    cited = sourced_with_note(row.cells)
    by = {"meeting": row["meeting"], "counted": row["counted"], "source": cited.pop("source")}
    return [Made(MeetingCount, by, {**cited, **row.given("number", "certainty", "rank", "rank_reason")})]


MEETING_COUNTS = Sheet(
    "meeting_counts",
    "How many states sources counted",
    (
        MEETING,
        Column("counted", OneOf(CountKind), needed=True),
        Column("number", Number(must="Write a whole number."), needed=True),
        Column("certainty", OneOf(Certainty), needed=True),
        Column("rank", OneOf(Rank), needed=True),
        Column("rank_reason"),
        SOURCE,
    ),
    records=_count,
    file=FOLDER / "meeting_counts.csv",
)


def _present(row: SheetRow) -> list[Made]:
    """What two sources say of a state are two rows."""
    cited = one_document(row)
    by = {
        "meeting": row["meeting"],
        "country": row["iso3"],
        "capacity": row["capacity"],
        "source": cited.pop("source"),
    }
    return [Made(Attendance, by, {**cited, **row.given("head_of_delegation")})]


ATTENDANCE = Sheet(  # nobody is inferred from a count
    "attendance",
    "States that a source names as present",
    (
        MEETING,
        ISO3,
        Column("capacity", OneOf(Capacity), needed=True),
        Column("head_of_delegation"),
        SOURCE,
    ),
    records=_present,
    file=FOLDER / "attendance.csv",
    names_none_above=True,
)


def _absent(row: SheetRow) -> list[Made]:
    cited = one_document(row)
    by = {"meeting": row["meeting"], "country": row["iso3"], "source": cited.pop("source")}
    return [Made(Absence, by, cited)]


ABSENCES = Sheet(
    "absences",
    "States that a source says were not there",
    (MEETING, ISO3, SOURCE),
    records=_absent,
    file=FOLDER / "absences.csv",
    names_none_above=True,
)
