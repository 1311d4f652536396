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

from countries.models import Country
from editorial.actions.reference import BadRow
from editorial.actions.source_cell import documents_of
from editorial.models import Certainty, Rank, Tracked
from editorial.rules.partial_date import PartialDate
from editorial.rules.source_cell import parts_about
from stockpiles.models import (
    Activity,
    ActivityClaim,
    Answer,
    Article,
    ClearanceObligation,
    CompletionDeclaration,
    DestructionRecord,
    DestructionScope,
    HoldingKind,
    MunitionKind,
    MunitionOrigin,
    MunitionType,
    OutOf,
    ReportKind,
    RetentionRecord,
    StockpileHolding,
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


#: Words in the labels of a source cell, by the fact that they are about.
OF_STOCK, OF_DESTRUCTION, OF_RETENTION, OF_COMPLETION = (
    ("declared",),
    ("destroyed",),
    ("retained",),
    ("completion", "month", "announced"),
)


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


_EDITION = re.compile(r"profile \((\d{4})\)|/reports/(\d{4})/", re.ASCII)


def edition_of(words: str) -> PartialDate | None:
    """The year of the Monitor edition that a source names. It is when the figures were said, not what they are about."""
    found = _EDITION.search(words)
    return PartialDate(int(found[1] or found[2])) if found else None


def _figures(row: Row, munitions: str, submunitions: str, rounded: str = "") -> dict[str, Any]:
    """Two counts. A rounded figure for submunitions stands in a column of its own, beside an empty exact one."""
    exact, about = number(row, submunitions), number(row, rounded) if rounded else None
    if exact is not None and about is not None:
        raise refuse(
            rounded, cell(row, rounded), f"{submunitions} gives an exact number already; keep one of the two."
        )
    values = {
        "munitions": number(row, munitions),
        "munitions_rounded": yes(row, "munitions_rounded"),
        "submunitions": exact if about is None else about,
        "submunitions_rounded": about is not None,
    }
    if values["submunitions"] and values["munitions"] == 0:
        raise refuse(
            submunitions,
            str(values["submunitions"]),
            f"Submunitions lie in munitions, and {munitions} is 0; leave that cell empty if their number is unknown.",
        )
    if values["munitions_rounded"] and values["munitions"] is None:
        raise refuse(munitions, "", "Only a number can be rounded.")
    return values


def _loose(values: Mapping[str, Any]) -> list[str]:
    if values["submunitions"] and values["munitions"] is None:
        return [f"{values['submunitions']:,} submunitions without the number of munitions they were in."]
    return []


def _rank(row: Row) -> dict[str, Any]:
    rank = choice(row, "rank", Rank, Rank.NORMAL)
    reason = cell(row, "rank_reason")
    if rank != Rank.NORMAL and not reason:
        raise refuse("rank_reason", "", f"Say why this figure is {rank.label.lower()}.")
    return {"rank": rank, "rank_reason": reason}


def _not_more_than(row: Row, taken: str, held: str) -> None:
    gone, had = number(row, taken), number(row, held)
    if gone is not None and had is not None and gone > had:
        raise refuse(
            taken, cell(row, taken), f"That is more than was held ({held}: {had:,}); correct one of the two."
        )


FACTS = (OF_STOCK, OF_DESTRUCTION, OF_RETENTION, OF_COMPLETION)


def _about(row: Row, fact: tuple[str, ...]) -> str:
    return cited(row, fact, others=tuple(word for other in FACTS if other is not fact for word in other))


def _said(row: Row, fact: tuple[str, ...]) -> PartialDate | None:
    """When one fact of a row was said: the edition cited for it, else the day that ``made_on`` gives for the row."""
    return _edition_about(row, fact) or day(row, "made_on")


def _edition_about(row: Row, fact: tuple[str, ...]) -> PartialDate | None:
    others = tuple(word for other in FACTS if other is not fact for word in other)
    parts = parts_about(documents_of(row), fact, others)
    return next((edition for part in parts if (edition := edition_of(part.words))), None)


def read_stock(row: Row, known: Known) -> list[Made]:
    """A row of stockpiles.csv: what a state declared, destroyed, retains, and when it was done."""
    country = known.country(row)
    _not_more_than(row, "munitions_destroyed", "munitions_declared")
    _not_more_than(row, "submunitions_destroyed", "submunitions_declared")
    declared = _figures(row, "munitions_declared", "submunitions_declared", "submunitions_rounded")
    nothing_known = declared["munitions"] is None and declared["submunitions"] is None
    done = day(row, "completion_date_or_year")

    made = [
        Made(
            StockpileHolding,
            {
                "country": country,
                "munition_type": None,
                "kind": HoldingKind.DECLARED,
                "as_of": day(row, "as_of"),
                "made_on": _said(row, OF_STOCK),
            },
            {
                **declared,
                **_rank(row),
                "certainty": Certainty.UNKNOWN if nothing_known else Certainty.REPORTED,
                "note": _about(row, OF_STOCK),
            },
            _loose(declared),
        )
    ]
    if cell(row, "munitions_destroyed") or cell(row, "submunitions_destroyed"):
        destroyed = _figures(row, "munitions_destroyed", "submunitions_destroyed")
        made.append(
            Made(
                DestructionRecord,
                {
                    "country": country,
                    "munition_type": None,
                    "scope": DestructionScope.RUNNING_TOTAL,
                    "period_end": done,
                },
                {
                    **destroyed,
                    "as_of": None,
                    "made_on": _said(row, OF_DESTRUCTION),
                    "certainty": Certainty.REPORTED,
                    "note": _about(row, OF_DESTRUCTION),
                },
                _loose(destroyed),
            )
        )
    if cell(row, "retained_munitions") or cell(row, "retained_submunitions"):
        retained = _figures(row, "retained_munitions", "retained_submunitions")
        made.append(
            Made(
                RetentionRecord,
                {
                    "country": country,
                    "munition_type": None,
                    "as_of": day(row, "retained_as_of"),
                    "made_on": _said(row, OF_RETENTION),
                },
                {**retained, "certainty": Certainty.REPORTED, "note": _about(row, OF_RETENTION)},
                _loose(retained),
            )
        )
    if done is not None:
        in_force = known.in_force.get(country.pk)
        early = in_force is not None and done.latest < in_force
        made.append(
            Made(
                CompletionDeclaration,
                {"country": country, "article": Article.DESTRUCTION, "last_item_on": done},
                {
                    "announced_on": day(row, "announced_on"),
                    "declared_on": day(row, "declared_on"),
                    "margin_as_stated": cell(row, "margin_as_stated"),
                    "made_on": _edition_about(row, OF_COMPLETION),
                    "certainty": Certainty.REPORTED,
                    "note": _about(row, OF_COMPLETION),
                },
                [f"Completed ({done}) before entry into force for the state ({in_force})."] if early else [],
            )
        )
    return made


def read_year(row: Row, known: Known) -> list[Made]:
    """A row of stockpile_years.csv: what was destroyed in a year, in a shorter period, or altogether."""
    country, munition_type = known.country(row), known.munition_type(row)
    values = _figures(row, "munitions_destroyed", "submunitions_destroyed", "submunitions_rounded")
    if values["munitions"] is None and values["submunitions"] is None:
        raise refuse("munitions_destroyed", "", "A row without any number says nothing; give one of the two.")
    scope = choice(row, "scope", DestructionScope, DestructionScope.PERIOD)
    out_of = choice(row, "out_of", OutOf, OutOf.STOCK)
    if out_of == OutOf.RETAINED and scope == DestructionScope.RUNNING_TOTAL:
        raise refuse("scope", scope, "What was destroyed out of what was retained is given period by period.")
    year, start, end = day(row, "year"), day(row, "period_start"), day(row, "period_end")
    if year is not None and year.precision != "year":
        raise refuse("year", cell(row, "year"), "Write the year alone; give days in period_start and period_end.")
    start, end = start or year, end or year
    if scope == DestructionScope.RUNNING_TOTAL:
        start = None
    elif start is None or end is None:
        raise refuse("year", "", "Say when: a year, or period_start and period_end.")
    elif end.latest < start.earliest:
        raise refuse("period_end", str(end), f"It lies before the beginning, {start}.")
    words = words_of(row)
    return [
        Made(
            DestructionRecord,
            {
                "country": country,
                "munition_type": munition_type,
                "scope": scope,
                "period_start": start,
                "period_end": end,
            },
            {
                **values,
                **_rank(row),
                "out_of": out_of,
                "as_of": None,
                "made_on": day(row, "made_on") or edition_of(words),
                "method": cell(row, "method"),
                "certainty": choice(row, "certainty", Certainty, Certainty.REPORTED),
                "note": cited(row),
            },
            _loose(values),
        )
    ]


def read_holding(row: Row, known: Known) -> list[Made]:
    """A row of holdings.csv: one figure for one type or the whole stock, beside others."""
    values = _figures(row, "munitions", "submunitions", "submunitions_rounded")
    return [
        Made(
            StockpileHolding,
            {
                "country": known.country(row),
                "munition_type": known.munition_type(row),
                "kind": choice(row, "kind", HoldingKind, HoldingKind.DECLARED),
                "as_of": day(row, "as_of"),
                "made_on": day(row, "made_on") or edition_of(words_of(row)),
            },
            {
                **values,
                **_rank(row),
                "holder": cell(row, "holder"),
                "certainty": choice(row, "certainty", Certainty, Certainty.REPORTED),
                "note": cited(row),
            },
            _loose(values),
        )
    ]


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


__all__ = [
    "BadRow",
    "Country",
    "Made",
    "read_activity",
    "read_completion",
    "read_holding",
    "read_report",
    "read_stock",
    "read_type",
    "read_year",
]
