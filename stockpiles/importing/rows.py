"""What each row of each table says: the records it makes, with what looks odd about them.

The loader of reference data and the import in the admin both read rows through these functions, so a row that
one refuses is refused by the other with the same words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify

from editorial.actions.source_cell import documents_of
from editorial.models import Certainty, Tracked
from editorial.rules.partial_date import PartialDate
from editorial.rules.source_cell import parts_about
from stockpiles.models import (
    Activity,
    ActivityClaim,
    Answer,
    Article,
    ClearanceObligation,
    CompletionDeclaration,
    MunitionKind,
    MunitionOrigin,
    MunitionType,
    ReportKind,
    TransparencyReport,
)

from .cells import Row, cell, choice, day, number, refuse, required, yes
from .known import Known


@dataclass
class Made:
    """One record that a row makes: which it is, what the row says of it, and what looks odd but is kept.

    ``needs`` names values that only exist once another record of the same row is stored, by its place in the list.
    """

    model: type[Tracked]
    by: dict[str, Any]
    values: dict[str, Any]
    flags: list[str] = field(default_factory=list)
    needs: Mapping[str, int] = field(default_factory=dict)


def cited(row: Row, about: tuple[str, ...] = (), *, others: tuple[str, ...] = ()) -> str:
    """The note of a record: a citation of each document that its source cell names, and what the cell remarks.

    ``about`` chooses the documents that are cited for one fact of a row that gives several.
    """
    documents = documents_of(row)
    if about:
        documents = parts_about(documents, about, others)
    remarks = [f"{document.remark[0].upper()}{document.remark[1:]}." for document in documents if document.remark]
    return " ".join([*remarks, *(document.citation(labelled=not about) for document in documents)])


def words_of(row: Row) -> str:
    """The documents of a row in words, each with its address, whether the cell names them by key or in full."""
    return " ".join(document.words for document in documents_of(row))


def read_activity(row: Row, known: Known) -> list[Made]:
    """A row of activity_claims.csv."""
    return [
        Made(
            ActivityClaim,
            {
                "country": known.country(row),
                "activity": choice(row, "activity", Activity),
                "munition_type": known.munition_type(row),
                "as_of": day(row, "as_of"),
            },
            {
                "answer": choice(row, "answer", Answer),
                "certainty": choice(row, "certainty", Certainty, Certainty.REPORTED),
                "note": cited(row),
            },
        )
    ]


ARTICLES = {"3": Article.DESTRUCTION, "4": Article.CLEARANCE}


def read_article(row: Row) -> Article:
    text = cell(row, "article")
    if text not in ARTICLES:
        raise refuse("article", text, "Deadlines under Articles 3 and 4 can be extended; write 3 or 4.")
    return ARTICLES[text]


_COVERED = re.compile(r"(?P<start>[0-9-]+)/(?P<end>[0-9-]+)", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_LOOSE_YEAR = re.compile(r"(\d{4}) \((.+)\)", re.ASCII)


def read_report(row: Row, known: Known) -> list[Made]:
    """A row of art7_reports.csv: a report submitted, or due and not seen.

    ``covering_or_due`` holds the year, a period "2011-06/2012-06", "due 2016-02-27", or two of these separated
    by a semicolon. ``year_worked_out`` says that no source names the year: it is the one before the submission.
    """
    country = known.country(row)
    kind = choice(row, "kind", ReportKind)
    year: int | None = None
    start = end = due = None
    for part in filter(None, (p.strip() for p in cell(row, "covering_or_due").split(";"))):
        if part.startswith("due "):
            due = day({"covering_or_due": part[4:]}, "covering_or_due")
        elif covered := _COVERED.fullmatch(part):
            start = day({"covering_or_due": covered["start"]}, "covering_or_due")
            end = day({"covering_or_due": covered["end"]}, "covering_or_due")
        elif _YEAR.fullmatch(part):
            year = int(part)
        else:
            raise refuse(
                "covering_or_due", part, "Write a year, a period such as 2011-06/2012-06, or “due 2016-02-27”."
            )
    note = cited(row)
    if yes(row, "year_worked_out"):
        if year is None:
            raise refuse("year_worked_out", "yes", "There is no year in covering_or_due that could be worked out.")
        note = f"The year reported on is worked out from the day of submission; no source seen names it. {note}"
    written = cell(row, "submitted")
    if loose := _LOOSE_YEAR.fullmatch(written):
        submitted: PartialDate | None = day({"submitted": loose[1]}, "submitted")
        note += f" The source says: {loose[2]} {loose[1]}."
    else:
        submitted = day(row, "submitted")
    in_force = known.in_force.get(country.pk)
    if (
        submitted is not None
        and in_force is not None
        and kind != ReportKind.VOLUNTARY
        and submitted.latest < in_force
    ):
        raise refuse(
            "submitted",
            str(submitted),
            f"The convention entered into force for {country} on {in_force}; before that a report is voluntary.",
        )
    if kind == ReportKind.ANNUAL and year is not None and submitted is not None and submitted.latest.year <= year:
        raise refuse(
            "submitted", str(submitted), f"A report on the year {year} cannot come before that year is over."
        )
    by = {"country": country, "kind": kind, "calendar_year": year}
    if kind != ReportKind.INITIAL and year is None:
        by["submitted_on"] = submitted
    values = {
        "submitted_on": submitted,
        "due_as_printed": due,
        "missing_as_of": day(row, "not_submitted_as_of"),
        "period_start": start,
        "period_end": end,
        "certainty": Certainty.REPORTED,
        "note": note,
    }
    return [Made(TransparencyReport, by, {k: v for k, v in values.items() if k not in by})]


_KILOGRAMS = re.compile(r"^(?:0|[1-9]\d{0,4})(?:\.\d{1,3})?$", re.ASCII)


def read_type(row: Row, known: Known) -> list[Made]:
    """A row of munition_types.csv."""
    designation = required(row, "designation")
    words = cell(row, "notes")
    note = f"{words} {cited(row)}".strip()
    made = [
        Made(
            MunitionType,
            {"slug": slugify(designation)},
            {
                "designation": designation,
                "kind": choice(row, "kind", MunitionKind, MunitionKind.UNKNOWN),
                "origin": cell(row, "origin"),
                "called_by_source": cell(row, "called_by_source"),
                "submunition": cell(row, "submunition_name"),
                "submunitions_per_munition": number(row, "submunitions_per_munition"),
                "submunitions_approximate": yes(row, "count_approximate"),
                "note": note,
            },
        )
    ]
    if not slugify(designation):
        raise refuse("designation", designation, "It needs a letter or a digit.")
    if cell(row, "origin_country_iso3"):
        made.append(
            Made(
                MunitionOrigin,
                {"country": known.country(row, "origin_country_iso3")},
                {},
                needs={"munition_type": 0},
            )
        )
    return made


def read_completion(row: Row, known: Known) -> list[Made]:
    """A row of completions.csv: the end of a duty in three dates."""
    country, article = known.country(row), read_article(row)
    note = cited(row)
    made = (
        [Made(ClearanceObligation, {"country": country, "name": ""}, {})] if article == Article.CLEARANCE else []
    )
    made.append(
        Made(
            CompletionDeclaration,
            {"country": country, "article": article, "last_item_on": day(row, "last_item_on")},
            {
                "announced_on": day(row, "announced_on"),
                "declared_on": day(row, "declared_on"),
                "declared_at": known.meeting(row, "declared_at"),
                "margin_as_stated": cell(row, "margin_as_stated"),
                "certainty": choice(row, "certainty", Certainty, Certainty.STATED),
                "note": note,
            },
            needs={"obligation": 0} if article == Article.CLEARANCE else {},
        )
    )
    return made
