"""The tables that can be imported: their columns, and how a row of each is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from editorial.actions.source_cell import SOURCE_COLUMNS

from .cells import Row
from .extension_rows import read_extension
from .figure_rows import read_holding, read_retention, read_stock, read_year
from .known import Known
from .rows import (
    Made,
    read_activity,
    read_completion,
    read_report,
    read_type,
)

Reader = Callable[[Row, Known], list[Made]]


@dataclass(frozen=True)
class ImportedTable:
    """One kind of table. ``needed`` are the columns without which it cannot be read, ``further`` those it may have."""

    name: str
    title: str
    needed: tuple[str, ...]
    further: tuple[str, ...] = ()
    reader: Callable[[], Reader] = field(default=lambda: read_stock)


def _extension_reader() -> Reader:
    """Requests are numbered as they come, state by state."""
    numbers: dict[tuple[int, int], int] = {}
    return lambda row, known: read_extension(row, known, numbers)


CLAIM = ("certainty", "rank", "rank_reason")
TABLES = {
    table.name: table
    for table in (
        ImportedTable(
            "stockpiles",
            "Stocks: declared, destroyed, retained, completed (stockpiles.csv)",
            ("iso3", "munitions_declared", "submunitions_declared", "source"),
            (
                "submunitions_rounded",
                "munitions_destroyed",
                "submunitions_destroyed",
                "retained_munitions",
                "retained_submunitions",
                "retained_as_of",
                "completion_date_or_year",
                "announced_on",
                "declared_on",
                "margin_as_stated",
                "art3_deadline",
                "as_of",
                "made_on",
                "rank",
                "rank_reason",
            ),
            lambda: read_stock,
        ),
        ImportedTable(
            "stockpile_years",
            "Destroyed year by year (stockpile_years.csv)",
            ("iso3", "year", "munitions_destroyed", "submunitions_destroyed", "source"),
            (
                "period_start",
                "period_end",
                "scope",
                "out_of",
                "munition_type",
                "munitions_rounded",
                "submunitions_rounded",
                "method",
                "made_on",
                *CLAIM,
            ),
            lambda: read_year,
        ),
        ImportedTable(
            "holdings",
            "Single figures of stocks (holdings.csv)",
            ("iso3", "munitions", "submunitions", "source"),
            ("munition_type", "kind", "holder", "as_of", "made_on", *CLAIM),
            lambda: read_holding,
        ),
        ImportedTable(
            "retention",
            "Retained for training, day by day (retention.csv)",
            ("iso3", "munitions", "submunitions", "as_of", "source"),
            ("munition_type", "purpose", "made_on", *CLAIM),
            lambda: read_retention,
        ),
        ImportedTable(
            "activity_claims",
            "Use, production and trade (activity_claims.csv)",
            ("iso3", "activity", "answer", "source"),
            ("munition_type", "as_of", "certainty"),
            lambda: read_activity,
        ),
        ImportedTable(
            "extension_requests",
            "Extension requests (extension_requests.csv)",
            ("iso3", "article", "requested_on", "months_requested", "granted_at", "new_deadline", "source"),
            (
                "requested_until",
                "meeting",
                "decided_on",
                "procedure",
                "months_granted",
                "outcome",
                "evidence",
                "certainty",
            ),
            _extension_reader,
        ),
        ImportedTable(
            "completions",
            "Completions (completions.csv)",
            ("iso3", "article", "last_item_on", "source"),
            ("announced_on", "declared_on", "declared_at", "margin_as_stated", "certainty"),
            lambda: read_completion,
        ),
        ImportedTable(
            "art7_reports",
            "Article 7 reports (art7_reports.csv)",
            ("iso3", "kind", "covering_or_due", "submitted", "source"),
            ("not_submitted_as_of", "year_worked_out"),
            lambda: read_report,
        ),
        ImportedTable(
            "munition_types",
            "Munition types (munition_types.csv)",
            ("designation", "kind", "submunition_name", "submunitions_per_munition", "source"),
            ("origin_country_iso3", "origin", "called_by_source", "count_approximate", "notes"),
            lambda: read_type,
        ),
    )
}


def wrong_columns(table: ImportedTable, headings: list[Any]) -> list[str]:
    """What is wrong with the head of a file, in words; columns that no reader knows are named, not passed over."""
    given = [str(heading or "").strip() for heading in headings]
    described = {"source"} if "source_title" in given else set()
    found = [f"Column “{name}” is missing." for name in table.needed if name not in {*given, *described}]
    known = {*table.needed, *table.further, *SOURCE_COLUMNS}
    found += [f"Column “{name}” is not known in this table." for name in given if name and name not in known]
    doubled = {name for name in given if name and given.count(name) > 1}
    return found + [f"Column “{name}” is there twice." for name in sorted(doubled)]
