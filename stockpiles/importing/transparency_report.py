"""Article 7 reports: submitted, or due and not seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from countries.importing.state_column import ISO3
from editorial.actions.bad_row import BadRow
from editorial.importing.cells import OneOf, When, YesNo
from editorial.importing.lookups import Lookups
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.models import Certainty
from editorial.rules.partial_date import PartialDate
from stockpiles.models import ReportKind, TransparencyReport
from stockpiles.queries.bound import entry_into_force_by_state

from .columns import FOLDER, SOURCES, cited

_YEAR = re.compile(r"\d{4}", re.ASCII)
_LOOSE_YEAR = re.compile(r"(\d{4}) \((.+)\)", re.ASCII)
WORKED_OUT = "The year reported on is worked out from the day of submission; no source seen names it."


@dataclass(frozen=True)
class Covered:
    """What a report covers, or when it was due."""

    year: int | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    due: PartialDate | None = None


class CoveredCell:
    """The year, a period "2011-06/2012-06", "due 2016-02-27", or several of these separated by semicolons."""

    def read(self, text: str, known: Lookups) -> Covered:
        found: dict[str, Any] = {}
        for part in filter(None, (part.strip() for part in text.split(";"))):
            if part.startswith("due "):
                found["due"] = When().read(part[4:], known)
            elif "/" in part:
                start, _, end = part.partition("/")
                found |= {"start": When().read(start.strip(), known), "end": When().read(end.strip(), known)}
            elif _YEAR.fullmatch(part):
                found["year"] = int(part)
            else:
                raise BadRow("Write a year, a period such as 2011-06/2012-06, or “due 2016-02-27”.")
        return Covered(**found)

    def write(self, value: Covered) -> str:
        period = f"{When().write(value.start)}/{When().write(value.end)}"
        due = f"due {When().write(value.due)}" if value.due else ""
        return "; ".join(filter(None, (str(value.year or ""), period.strip("/") and period, due)))


@dataclass(frozen=True)
class Submitted:
    """When a report was submitted, and the words of a source that is less exact: "2011 (early)"."""

    on: PartialDate | None
    loosely: str = ""


class SubmittedCell:
    """A date, or a year with the source's own words in brackets."""

    def read(self, text: str, known: Lookups) -> Submitted:
        if loose := _LOOSE_YEAR.fullmatch(text):
            return Submitted(When().read(loose[1], known), f"{loose[2]} {loose[1]}")
        return Submitted(When().read(text, known))

    def write(self, value: Any) -> str:
        return When().write(value)


def read_report(row: SheetRow) -> list[Made]:
    """A report, or the remark of a source that one was due. ``year_worked_out``: no source names the year."""
    covered: Covered = row["covering_or_due"]
    submitted: Submitted = row["submitted"]
    note = cited(row)
    if row["year_worked_out"]:
        if covered.year is None:
            raise row.refusal("year_worked_out", "There is no year in covering_or_due that could be worked out.")
        note = f"{WORKED_OUT} {note}"
    if submitted.loosely:
        note += f" The source says: {submitted.loosely}."
    _check_submission(row, covered.year, submitted.on)
    by = {"country": row["iso3"], "kind": row["kind"], "calendar_year": covered.year}
    if row["kind"] != ReportKind.INITIAL and covered.year is None:
        by["submitted_on"] = submitted.on
    values = {
        "submitted_on": submitted.on,
        "due_as_printed": covered.due,
        "missing_as_of": row["not_submitted_as_of"],
        "period_start": covered.start,
        "period_end": covered.end,
        "certainty": Certainty.REPORTED,
        "note": note,
    }
    values = {name: value for name, value in values.items() if name not in by}
    return [Made(TransparencyReport, by, values, is_claim=True)]


def _check_submission(row: SheetRow, year: int | None, on: PartialDate | None) -> None:
    if on is None:
        return
    in_force = row.known.once(entry_into_force_by_state).get(row["iso3"].pk)
    if in_force is not None and row["kind"] != ReportKind.VOLUNTARY and on.latest < in_force:
        raise row.refusal(
            "submitted",
            f"The convention entered into force for {row['iso3']} on {in_force}; before that a report is voluntary.",
        )
    if row["kind"] == ReportKind.ANNUAL and year is not None and on.latest.year <= year:
        raise row.refusal("submitted", f"A report on the year {year} cannot come before that year is over.")


def _covered(report: TransparencyReport) -> Covered:
    return Covered(report.calendar_year, report.period_start, report.period_end, report.due_as_printed)


ART7_REPORTS = Sheet(
    "art7_reports",
    "Article 7 reports",
    (
        ISO3,
        Column("kind", OneOf(ReportKind), "Which duty it answers.", needed=True),
        Column(
            "covering_or_due",
            CoveredCell(),
            "The year, a period 2011-06/2012-06, due 2016-02-27; several parted by semicolons.",
            needed=True,
            said=_covered,
        ),
        Column("year_worked_out", YesNo(), "yes: no source names the year.", said=lambda report: False),
        Column("submitted", SubmittedCell(), "When; or 2011 (early).", needed=True, field="submitted_on"),
        Column("not_submitted_as_of", When(), "Up to when a source says it was not.", field="missing_as_of"),
        *SOURCES,
    ),
    model=TransparencyReport,
    records=read_report,
    file=FOLDER / "art7_reports.csv",
    has_claims=True,
)
