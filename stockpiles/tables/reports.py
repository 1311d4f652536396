"""Article 7 reports, state by state and year by year."""

from __future__ import annotations

from typing import NamedTuple

from countries.models import Country
from editorial.tables import Table, iso, table_of
from stockpiles.queries.reports import ReportCell, ReportGrid

from .cells import days_columns


class _Line(NamedTuple):
    country: Country
    year: int | str
    cell: ReportCell


def report_table(view: ReportGrid, *, year: int | None = None) -> Table:
    """One line a state and calendar year (of one year, or all), and the first reports."""
    lines: list[_Line] = []
    for row in view.rows:
        lines.append(_Line(row.country, "first", row.first))
        lines += [_Line(row.country, *one) for one in zip(view.years, row.years, strict=True)]
    return table_of(
        f"Article 7 reports on {year}" if year else "Article 7 reports",
        {
            "ISO3": lambda line: line.country.iso3,
            "State": lambda line: line.country.name,
            "Calendar year": lambda line: line.year,
            "Due": lambda line: line.cell.duty.due if line.cell.duty else None,
            "Submitted": lambda line: iso(line.cell.report.submitted_on) if line.cell.report else "",
            "Mark": lambda line: line.cell.mark.value.replace("_", " "),
            **days_columns(lambda line: line.cell.duty),
            "Rule": lambda line: line.cell.duty.outlook.article if line.cell.duty else "",
        },
        [line for line in lines if year in (None, line.year)],
    )


def rate_table(view: ReportGrid) -> Table:
    """One line a calendar year: due, on record here, in time. How many were submitted is not known."""
    return table_of(
        "Article 7 reports on record by year",
        {
            "Calendar year": lambda rate: rate.year,
            "Due": lambda rate: rate.due,
            "On record here": lambda rate: rate.on_record,
            "In time": lambda rate: rate.in_time,
            "Not known here": lambda rate: rate.due - rate.on_record,
        },
        view.rates,
    )
