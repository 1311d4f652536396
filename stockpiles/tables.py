"""Tables that leave the house: what each page shows, as headings and rows with plain values and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from editorial.queries.proof import Proof
from editorial.rules.partial_date import PartialDate
from editorial.tables import Table
from stockpiles.models import DestructionScope, OutOf
from stockpiles.queries.dossier import Dossier
from stockpiles.queries.duty import Board, Duty
from stockpiles.queries.figure_groups import Shown
from stockpiles.queries.munitions import TypeRow
from stockpiles.queries.overview import HolderRow, Overview
from stockpiles.queries.reports import ReportGrid
from stockpiles.rules.ledger import Flow, Unit
from stockpiles.rules.quantity import Quantity

UNITS = (Unit.MUNITIONS, Unit.SUBMUNITIONS)


def number(quantity: Quantity | None) -> int | str:
    """A number as a spreadsheet counts it; unknown and not on record are words, never zero.

    A part never stands in the column of the whole: it has a column of its own (see ``least``).
    """
    if quantity is None:
        return "not on record"
    if quantity.is_partial:
        return "total not on record"
    return "unknown" if quantity.value is None else quantity.value


#: Days are numbers, their words stand apart. Positive: early, or left; negative: late, or over. Two numbers where a date
#: is not exact; empty where nothing is counted.
DAYS = ("Days, at least", "Days, at most", "Days in words")


def _days(duty: Duty | None) -> list[int | str | None]:
    if duty is None or duty.outlook.value.days is None:
        return [None, None, ""]
    days = duty.outlook.value.days
    return [days.least, days.most, duty.outlook.value.words]


def least(quantity: Quantity | None) -> int | str:
    """The part that is on record of a whole that is not; "" for everything else."""
    return quantity.value if quantity is not None and quantity.is_partial and quantity.value is not None else ""


def rounded(quantity: Quantity | None) -> str:
    return "yes" if quantity is not None and quantity.is_rounded else ""


def iso(when: PartialDate | None) -> str:
    """A date at its precision, "" for none: 2023-12-15, 2021-03, after 2013-07-31."""
    return "" if when is None else f"{when.bound} {when.iso}".strip()


def overview_table(view: Overview, rows: Sequence[HolderRow]) -> Table:
    """One line a state: stock, destroyed, retained, remaining, deadline, completion."""
    headings = ["ISO3", "State"]
    for unit in UNITS:
        name = unit.value.capitalize()
        headings += [f"{name} declared", f"{name} rounded", f"{name} destroyed", f"{name} destroyed at least"]
        headings += [f"{name} destroyed rounded"]
        headings += [f"{name} retained", f"{name} remaining"]
    headings += ["Completed", "Article 3 deadline", "Extended", "Standing", *DAYS, "Figures disagree"]
    headings += ["Where the figures do not come out", "As of"]

    def lines() -> Iterator[list[Any]]:
        for row in rows:
            line: list[Any] = [row.country.iso3, row.country.name]
            for unit in UNITS:
                declared, destroyed = row.declared(unit), row.destroyed(unit)
                line += [
                    number(declared),
                    rounded(declared),
                    number(destroyed),
                    least(destroyed),
                    rounded(destroyed),
                ]
                line += [number(row.retained(unit)), number(row.remaining(unit))]
            line += [
                iso(row.completion.last_item_on) if row.completion else "",
                row.duty.due if row.duty else None,
                row.duty.is_extended if row.duty else None,
                row.duty.standing_words if row.duty else "",
                *_days(row.duty),
                row.has_conflict,
                " | ".join(one.in_full for one in row.differences),
                view.as_of,
            ]
            yield line

    return Table(f"Stockpiles of cluster munitions, {view.as_of.isoformat()}", headings, lines())


def progress_table(view: Overview) -> Table:
    """One line a year: which states completed, what they had declared."""
    return Table(
        "Completions by year",
        ["Year", "States completed", "States that had completed", "Munitions declared by them", "Names"],
        (
            [
                year.year,
                len(year.states),
                year.states_so_far,
                number(year.munitions.known) if year.munitions.states else "",
                "; ".join(country.name for country in year.states),
            ]
            for year in view.years
        ),
    )


def deadline_table(board: Board, duties: Iterable[Duty]) -> Table:
    """One line a duty: what, by when, how it stands, by which article and arithmetic."""
    return Table(
        f"Deadlines under Article {board.article}, {board.as_of.isoformat()}",
        [
            "ISO3",
            "State",
            "Article",
            "What",
            "In force for the state",
            "Original deadline",
            "Deadline",
            "Extensions",
            "Asked for, not known to be granted",
            "Standing",
            *DAYS,
            "Fulfilled",
            "Latest day to ask for more time",
            "Rule",
            "How worked out",
            "As of",
        ],
        (
            [
                duty.country.iso3,
                duty.country.name,
                duty.article,
                duty.name,
                duty.bound.since,
                duty.chain.original.value if duty.chain else duty.due,
                duty.due,
                len(duty.chain.steps) if duty.chain else 0,
                duty.asked.value if duty.asked else None,
                duty.standing_words,
                *_days(duty),
                _fulfilled(duty),
                duty.filing.value if duty.filing else None,
                duty.outlook.article,
                duty.outlook.arithmetic,
                board.as_of,
            ]
            for duty in duties
        ),
    )


def _fulfilled(duty: Duty) -> str:
    if duty.completion is not None:
        return iso(duty.completion.last_item_on) or str(duty.completion.done)
    return iso(duty.report.submitted_on) if duty.report is not None else ""


def report_table(view: ReportGrid, *, year: int | None = None) -> Table:
    """One line a state and calendar year (of one year, or all), and the first reports."""

    def lines() -> Iterator[list[Any]]:
        for row in view.rows:
            if year is None:
                yield _report_line(row.country, "first", row.first)
            for column, cell in zip(view.years, row.years, strict=True):
                if year in (None, column):
                    yield _report_line(row.country, column, cell)

    title = f"Article 7 reports on {year}" if year else "Article 7 reports"
    headings = ["ISO3", "State", "Calendar year", "Due", "Submitted", "Mark", *DAYS, "Rule"]
    return Table(title, headings, lines())


def _report_line(country: Any, year: int | str, cell: Any) -> list[Any]:
    duty = cell.duty
    return [
        country.iso3,
        country.name,
        year,
        duty.due if duty else None,
        iso(cell.report.submitted_on) if cell.report else "",
        cell.mark.value.replace("_", " "),
        *_days(duty),
        duty.outlook.article if duty else "",
    ]


def rate_table(view: ReportGrid) -> Table:
    """One line a calendar year: due, on record here, in time. How many were submitted is not known."""
    return Table(
        "Article 7 reports on record by year",
        ["Calendar year", "Due", "On record here", "In time", "Not known here"],
        (
            [
                rate.year,
                rate.due,
                rate.on_record,
                rate.in_time,
                rate.due - rate.on_record,
            ]
            for rate in view.rates
        ),
    )


def type_table(rows: Iterable[TypeRow]) -> Table:
    """One line a munition type."""
    return Table(
        "Types of cluster munitions",
        [
            "Designation",
            "Kind",
            "Origin",
            "Submunition",
            "Submunitions in each",
            "Approximate",
            "Article 2(2)",
            "Why",
            "States on record as holding or having held it",
            "Called by its source",
        ],
        (
            [
                row.munition_type.designation,
                row.munition_type.get_kind_display(),
                row.munition_type.origin,
                row.munition_type.submunition,
                "unknown"
                if row.munition_type.submunitions_per_munition is None
                else row.munition_type.submunitions_per_munition,
                "yes" if row.munition_type.submunitions_approximate else "",
                row.classification.value.verdict.value.replace("_", " "),
                row.classification.arithmetic,
                "; ".join(country.name for country in row.holders),
                row.munition_type.called_by_source,
            ]
            for row in rows
        ),
    )


def dossier_table(story: Dossier) -> Table:
    """One line a record of one state: every figure, date and answer with certainty, rank and sources."""
    headings = [
        "ISO3",
        "Record",
        "About",
        "Munitions",
        "Munitions rounded",
        "Submunitions",
        "Submunitions rounded",
        "Only a part",
        "As of or period",
        "Made on",
        "Says",
        "Certainty",
        "Rank",
        "Reason for the rank",
        "Sources",
    ]

    def figures(name: str, shown: Shown[Any], when: str, says: str = "") -> list[Any]:
        record = shown.record
        return [
            story.country.iso3,
            name,
            str(record.munition_type or "whole stock"),
            number(record.munitions_quantity),
            rounded(record.munitions_quantity),
            number(record.submunitions_quantity),
            rounded(record.submunitions_quantity),
            _only_a_part(story, record),
            when,
            iso(record.made_on),
            says,
            *_claim(record),
            _sources(shown.proof),
        ]

    def other(name: str, about: str, when: str, says: str, record: Any, proof: Proof) -> list[Any]:
        claim = _claim(record) if hasattr(record, "certainty") else ["", "", ""]
        made_on = iso(getattr(record, "made_on", None))
        return [story.country.iso3, name, about, "", "", "", "", "", when, made_on, says, *claim, _sources(proof)]

    def lines() -> Iterator[list[Any]]:
        one: Any
        for group in story.holdings:
            for shown in group.figures:
                yield figures("stock", shown, iso(shown.record.as_of), shown.record.holder)
        for moved in story.moved:
            yield figures(moved.record.get_kind_display(), moved, iso(moved.record.as_of))
        for group in story.destroyed:
            for shown in group.figures:
                yield figures("destroyed", shown, shown.record.period_words, shown.record.method)
        for kept in story.retained:
            yield figures("retained", kept, iso(kept.record.as_of), kept.record.purpose)
        for gone in story.used_up:
            yield figures("destroyed of what was retained", gone, gone.record.period_words, gone.record.method)
        for judged in story.differences:
            if (one := judged.record.settled) is not None:
                says = f"{judged.record.words} {one.explanation}"
                yield other("settled difference", judged.record.difference.unit.value, "", says, one, judged.proof)
        for answer in story.activities:
            one = answer.record
            says = one.get_answer_display()
            yield other(one.get_activity_display(), "", iso(one.as_of), says, one, answer.proof)
        for request in (*story.requests, *story.clearance_requests):
            one = request.record
            says = (
                f"{one.get_outcome_display()}; until {iso(one.granted_until) or 'no date'}. {one.decision_words}"
            )
            yield other("extension request", str(one), iso(one.requested_on), says, one, request.proof)
        for done in story.completions:
            one = done.record
            says = (
                f"announced {iso(one.announced_on) or 'not found'}; declared {iso(one.declared_on) or 'not found'}"
            )
            yield other("completion", f"Article {one.article}", iso(one.last_item_on), says, one, done.proof)
        for line in story.reports:
            if line.report is not None:
                one = line.report.record
                year = str(one.calendar_year or "")
                yield other(
                    "Article 7 report",
                    f"{one.kind} {year}".strip(),
                    iso(one.submitted_on),
                    "",
                    one,
                    line.report.proof,
                )
        for programme in story.programmes:
            for stage in programme.stages:
                when = f"{iso(stage.record.started)} to {iso(stage.record.ended)}"
                yield other("programme stage", str(stage.record), when, "", stage.record, stage.proof)
            for delay in programme.delays:
                yield other("delay", delay.record.cause, iso(delay.record.began), "", delay.record, delay.proof)
            for given in programme.contributions:
                one = given.record
                yield other("contribution", str(one), iso(one.agreed_on), one.amount_words, one, given.proof)

    return Table(f"Stockpiles of {story.country.name}", headings, lines())


def _only_a_part(story: Dossier, record: Any) -> str:
    """Whether a record of a period is on record without the total it belongs to."""
    if (
        story.stock is None
        or getattr(record, "scope", "") != DestructionScope.PERIOD
        or record.out_of != OutOf.STOCK
    ):
        return ""
    return "yes" if any(story.stock.is_partial(Flow.DESTROYED, unit) for unit in UNITS) else ""


def _claim(record: Any) -> list[str]:
    return [record.get_certainty_display(), record.get_rank_display(), record.rank_reason]


def _sources(proof: Proof) -> str:
    return " | ".join(cited.line for cited in proof.sources)
